import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { limitsOf } from '../decide/decide-batch.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import type { Services } from '../services.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { giveTo } from './override-owner.ts'

/** One item from a named owner to a named rep, because somebody agreed to a proposal. */
export interface Transfer {
  readonly itemId: string
  readonly fromRepId: string
  readonly toRepId: string
  readonly actorKind: 'member' | 'api_key' | 'form'
  readonly actorId: string
  readonly note: string | null
}

/**
 * Changes hands as agreed, and only as agreed: refused where somebody else owns it by now, or where the receiver has no
 * room left. Unlike an override it passes no limit, and it pins nobody. Who may agree is the caller's to check.
 */
export async function transferItem(
  db: TenantWriter,
  services: Services,
  now: number,
  transfer: Transfer,
): Promise<void> {
  const { itemId, fromRepId, toRepId, actorId, note } = transfer
  const context = await services.contextOf(db, now)
  const row = await lockOne(db, context, now, itemId)
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (row.state !== 'owned' || row.ownerId !== fromRepId)
    throw new ProblemError('CONFLICT', {
      detail: 'owned_by_other',
      extra: { state: row.state, ownerId: row.ownerId },
    })
  const working = context.working.find((one) => one.repId === toRepId)
  if (working === undefined || working.status !== 'active') throw new ProblemError('REP_NOT_ADMISSIBLE')
  const given = await giveTo(db, services, context, now, row, toRepId, {
    cause: 'transferred',
    actorId,
    note,
    pinned: false,
    limits: limitsOf(context, toRepId),
  })
  if (!given)
    throw new ProblemError('REP_NOT_ADMISSIBLE', {
      detail: 'their_limits_reached',
      extra: { repId: toRepId },
    })
  await record(db, now, {
    actorKind: transfer.actorKind,
    actorId,
    action: `${row.kind}.transferred`,
    entityKind: row.kind,
    entityId: itemId,
    detail: { from: fromRepId, to: toRepId },
  })
  await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
}
