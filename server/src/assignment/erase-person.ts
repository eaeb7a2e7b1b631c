import { decodeItem } from '@peineng/engine'
import { erasePersonRecord, exportPersonRecord, type PersonKind } from '../customers/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import type { Services } from './services.ts'
import { lockWorkItems } from './state/work-item-store.ts'
import { closeItem } from './verbs/close-item.ts'

/** What a slice above this one keeps about a person of a customer; handed down by the composition root. */
export interface PersonTraces {
  readonly name: string
  exportPerson(db: TenantReader, kind: PersonKind, id: string): Promise<unknown>
  erasePerson(db: TenantWriter, kind: PersonKind, id: string): Promise<void>
}

/** Everything kept about a person of a customer, as one document. Exporting is itself on the record. */
export async function exportPerson(
  db: TenantWriter,
  traces: readonly PersonTraces[],
  caller: Caller,
  now: number,
  kind: PersonKind,
  id: string,
): Promise<Record<string, unknown>> {
  const kept = await exportPersonRecord(db, kind, id)
  if (kept === null) throw new ProblemError('NOT_FOUND')
  const inputs = await db.query<{ id: string; at: Date; item: Buffer }>(
    `select d.id, d.created_at as at, i.item from decision d
     join decision_input i on i.tenant_id = d.tenant_id and i.decision_id = d.id
     where d.tenant_id = $1 and d.item_id = $2 order by d.created_at, d.id`,
    [db.tenantId, id],
  )
  const hands = await db.query(
    'select * from ownership_change where tenant_id = $1 and item_id = $2 order by at, id',
    [db.tenantId, id],
  )
  const audit = await db.query(
    'select at, action, detail from audit where tenant_id = $1 and entity_id = $2 order by at, id',
    [db.tenantId, id],
  )
  const more: Record<string, unknown> = {}
  for (const trace of traces) more[trace.name] = await trace.exportPerson(db, kind, id)
  await note(db, caller, now, kind, id, 'exported')
  return {
    exportedAt: new Date(now).toISOString(),
    ...kept,
    decisions: inputs.map(({ item, ...decision }) => ({ ...decision, item: decodeItem(item) })),
    ownership: hands,
    audit,
    ...more,
  }
}

/**
 * Erases a person of a customer. An open lead ends as invalid, its room comes back. Decisions stay: what they commit to
 * is a salted hash, so the chain stays whole and verify says that the input was erased.
 */
export async function erasePerson(
  db: TenantWriter,
  services: Services,
  traces: readonly PersonTraces[],
  caller: Caller,
  now: number,
  kind: PersonKind,
  id: string,
): Promise<void> {
  const [item] = await lockWorkItems(db, [id])
  if (kind === 'lead' && item !== undefined && item.state !== 'closed')
    await closeItem(db, services, caller, now, id, { outcome: 'invalid', reason: null, amountMinor: null })
  if (!(await erasePersonRecord(db, kind, id, now))) throw new ProblemError('NOT_FOUND')
  await db.query(
    `delete from decision_input where tenant_id = $1 and decision_id in (
       select id from decision where tenant_id = $1 and item_id = $2)`,
    [db.tenantId, id],
  )
  await db.query('select erase_words_about($1)', [id])
  for (const trace of traces) await trace.erasePerson(db, kind, id)
  await note(db, caller, now, kind, id, 'erased')
  await announce(db, now, [
    { type: `${kind}.erased`, entityKind: kind, entityId: id, actorId: caller.principal.id },
  ])
}

const note = (
  db: TenantWriter,
  { principal }: Caller,
  now: number,
  kind: PersonKind,
  id: string,
  what: 'exported' | 'erased',
): Promise<void> =>
  record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: `${kind}.person_${what}`,
    entityKind: kind,
    entityId: id,
  })
