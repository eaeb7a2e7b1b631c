import { type BulkEntity, deleteRecords, untouchedRecords } from '../../customers/index.ts'
import { record } from '../../platform/audit/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { ImportServices } from './import-services.ts'
import { actorOf } from './run-import.ts'
import { type ImportRow, updateImport } from './store.ts'

const batchSize = 1000

const entityOf: Readonly<Record<string, BulkEntity>> = {
  leads: 'lead',
  accounts: 'account',
  opportunities: 'opportunity',
  products: 'product',
}

/**
 * Takes back what an import made: records nobody has edited, decided about or worked on since go, the others stay and
 * are counted. Reps are set inactive, because decisions may name them.
 */
export async function undoImport(
  services: ImportServices,
  tenantId: string,
  row: ImportRow,
  signal: AbortSignal,
): Promise<boolean> {
  const { database, clock } = services.platform
  let { removed, kept } = row.result?.undone ?? { removed: 0, kept: 0 }
  let after = ''
  for (;;) {
    const now = clock.now()
    const keys = await database.write(tenantId, async (db) => {
      const page = await db.query<{ key: string; entity_id: string }>(
        `select key, entity_id from import_key
         where tenant_id = $1 and import_id = $2 and made and key > $3 order by key limit $4`,
        [tenantId, row.id, after, batchSize],
      )
      const ids = page.map((one) => one.entity_id)
      const gone = new Set(await takeBack(services, db, row, page, ids, now))
      await db.query(
        'delete from import_key where tenant_id = $1 and import_id = $2 and entity_id = any($3::uuid[])',
        [tenantId, row.id, [...gone]],
      )
      removed += gone.size
      kept += ids.length - gone.size
      await updateImport(db, row.id, {
        result: { ...row.result, undone: { removed, kept } },
        lease_until: new Date(now + 60_000),
      })
      return page
    })
    const last = keys.at(-1)
    if (last === undefined) break
    after = last.key
    if (signal.aborted) return false
  }
  const now = clock.now()
  await database.write(tenantId, async (db) => {
    // What was found there already is no longer this import's to recognise.
    await db.query('delete from import_key where tenant_id = $1 and import_id = $2 and not made', [
      tenantId,
      row.id,
    ])
    await updateImport(db, row.id, {
      state: 'undone',
      task: null,
      lease_until: null,
      finished_at: new Date(now),
    })
    const detail = { kind: row.kind, removed, kept }
    await record(db, now, {
      ...actorOf(row),
      action: 'import.undone',
      entityKind: 'import',
      entityId: row.id,
      detail,
    })
    await announce(db, now, [
      {
        type: 'import.undone',
        entityKind: 'import',
        entityId: row.id,
        actorId: row.createdBy,
        payload: detail,
      },
    ])
  })
  return true
}

async function takeBack(
  { assignment }: ImportServices,
  db: Parameters<typeof deleteRecords>[0],
  row: ImportRow,
  page: readonly { readonly key: string; readonly entity_id: string }[],
  ids: readonly string[],
  now: number,
): Promise<string[]> {
  const entity = entityOf[row.kind]
  if (entity === undefined) return deactivateReps(assignment.services.people, db, row, page, now)
  const untouched = await untouchedRecords(db, entity, ids)
  const gone = entity === 'product' ? untouched : await assignment.forget(db, now, untouched)
  await deleteRecords(db, entity, gone)
  return gone
}

async function deactivateReps(
  people: ImportServices['assignment']['services']['people'],
  db: Parameters<typeof deleteRecords>[0],
  row: ImportRow,
  page: readonly { readonly key: string; readonly entity_id: string }[],
  now: number,
): Promise<string[]> {
  const names = await people.repNames(
    db,
    page.map((one) => one.entity_id),
  )
  const gone: string[] = []
  for (const { key, entity_id } of page) {
    try {
      await people.saveRep(db, now, actorOf(row), {
        externalId: key,
        name: names.get(entity_id) ?? key,
        status: 'inactive',
      })
      gone.push(entity_id)
    } catch (error) {
      // Whoever owns open work stays; asked before anything was written.
      if (!(error instanceof ProblemError) || error.code !== 'REP_HAS_OPEN_WORK') throw error
    }
  }
  return gone
}
