import type { PersonalDataSource } from '../identity/index.ts'
import type { CapabilityDocument } from './evaluate-capability.ts'

/** What was worked out about a rep: their part of every report that is kept, what was proposed, what they were tried with. */
export const capabilityData: PersonalDataSource = {
  name: 'capability',
  async exportPerson(db, { repId }) {
    if (repId === null) return null
    const reports = await db.query<{ madeAt: Date; document: CapabilityDocument }>(
      'select made_at as "madeAt", document from capability_report where tenant_id = $1 order by made_at',
      [db.tenantId],
    )
    return {
      reports: reports.flatMap(({ madeAt, document }) => {
        const own = document.reps.find((one) => one.repId === repId)
        return own === undefined ? [] : [{ madeAt: madeAt.toISOString(), ...own }]
      }),
      proposals: await db.query(
        'select * from capability_proposal where tenant_id = $1 and rep_id = $2 order by made_at, id',
        [db.tenantId, repId],
      ),
      triedWith: await db.query(
        'select item_id, at from exploration_use where tenant_id = $1 and rep_id = $2 order by at',
        [db.tenantId, repId],
      ),
    }
  },
  // An assessment of a person does not outlive them; items they were tried with stay as figures of a budget.
  async erasePerson(db, _now, { repId }) {
    if (repId === null) return
    await db.query('delete from capability_proposal where tenant_id = $1 and rep_id = $2', [
      db.tenantId,
      repId,
    ])
    await db.query(
      `update capability_report set document = jsonb_set(document, '{reps}', coalesce(
         (select jsonb_agg(one) from jsonb_array_elements(document -> 'reps') one where one ->> 'repId' <> $2::text), '[]'))
       where tenant_id = $1`,
      [db.tenantId, repId],
    )
  },
}
