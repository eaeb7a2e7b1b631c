import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Principal } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { Customers } from '../create-customers.ts'
import { recordKinds } from '../records/kinds.ts'
import { lockRecord } from '../records/store.ts'
import { refuseContact } from '../unseen-contacts.ts'
import type { Visibility } from '../visibility.ts'
import { type ActivityInput, activityLogged } from './activity-body.ts'
import type { MarkedActivity } from './mark-activity.ts'

/**
 * Writes down what was done for a customer or a person there: whoever may change the record may. Neither is work that
 * weighs on anybody, so no load moves.
 */
export async function logRecordActivity(
  db: TenantWriter,
  customers: Customers,
  caller: { readonly principal: Principal; readonly visibility: Visibility },
  now: number,
  itemKind: 'account' | 'contact',
  itemId: string,
  activity: ActivityInput,
): Promise<MarkedActivity> {
  const { principal, visibility } = caller
  const record = await lockRecord(db, recordKinds[itemKind], visibility, itemId)
  if (record === null) throw new ProblemError('NOT_FOUND')
  const ownerId = record.ownerId ?? null
  const whose = { itemKind, itemId, repId: principal.repId ?? ownerId, actorId: principal.id }
  const marked = await customers.markActivity(db, { ...activity, ...whose }, now)
  if (marked === null) throw new ProblemError('NOT_FOUND')
  if (record.hiddenHere && marked.counts.isContact) refuseContact()
  if (!marked.known) await announce(db, now, [activityLogged(marked, { ...activity, ...whose }, ownerId)])
  return marked
}
