import type { PersonTraces } from '../../assignment/index.ts'

/** What is left of an import once its file is gone: the first rows, what could not be read, and its own keys. */
export const importTraces: PersonTraces = {
  name: 'imports',
  exportPerson: (db, _kind, id) =>
    db.query('select import_id, kind, key from import_key where tenant_id = $1 and entity_id = $2', [
      db.tenantId,
      id,
    ]),
  async erasePerson(db, _kind, id) {
    const keys = await db.query<{ import_id: string }>(
      'delete from import_key where tenant_id = $1 and entity_id = $2 returning import_id',
      [db.tenantId, id],
    )
    const imports = [...new Set(keys.map((key) => key.import_id))]
    // Which of its rows were theirs nobody knows any more, so nobody's are kept.
    await db.query(`update import set preview = '[]' where tenant_id = $1 and id = any($2::uuid[])`, [
      db.tenantId,
      imports,
    ])
    await db.query(
      `update import_error set given = '' where tenant_id = $1 and import_id = any($2::uuid[])`,
      [db.tenantId, imports],
    )
  },
}
