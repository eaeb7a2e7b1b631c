import type { Actor } from '../identity/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { bumpRoster } from './roster-store.ts'

export interface Change {
  /** `rep.updated`: the audit action and the event type at once. */
  readonly action: `${string}.${string}`
  readonly id: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** What every write of this slice ends with: the record, the announcement, and a new roster. */
export async function noteChange(db: TenantWriter, now: number, actor: Actor, change: Change): Promise<void> {
  const entityKind = change.action.slice(0, change.action.indexOf('.'))
  const { action, id, detail = {} } = change
  await record(db, now, { ...actor, action, entityKind, entityId: id, detail })
  await announce(db, now, [
    { type: action, entityKind, entityId: id, actorId: actor.actorId, payload: detail },
  ])
  await bumpRoster(db)
}
