import type { TenantWriter } from '../platform/database/index.ts'
import type { StoredEvent } from '../platform/outbox/index.ts'
import { retirePrompts, settleNoProgress } from './prompt-store.ts'
import { proposeOwners } from './propose-owners.ts'
import { syncCheckpoints } from './resync-clocks.ts'
import { askForResync } from './resync-store.ts'
import type { FollowupServices } from './services.ts'
import { itemsOfReps, itemsRepliedTo } from './subject-store.ts'
import { syncClocks } from './sync-clocks.ts'

/** What may move an item's clocks: hands, ends, facts, and what was done. */
const MOVES =
  /^(lead|opportunity|account)\.(owned|pooled|waiting|offered|closed|accepted|updated|activity_logged|reopened)$/
/** What moves everybody's: another policy, other days off, imported work. */
const MOVES_ALL = new Set(['policy.published', 'calendar.updated', 'calendar.confirmed', 'work.adopted'])
/** What moves one person's. */
const MOVES_REP = /^(leave|rep)\.(created|cancelled|updated)$/

const MOST_OF_REP = 5_000

/**
 * Hears what was announced and brings clocks and prompts up to date. The effects are computed from what is true now, so
 * an event that comes late or twice changes nothing.
 */
export async function followEvents(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
  events: readonly StoredEvent[],
): Promise<void> {
  const ids = new Set<string>()
  const activities: string[] = []
  const reps = new Set<string>()
  for (const event of events) {
    const { type, entityId, payload } = event
    if (entityId !== null && MOVES.test(type)) {
      ids.add(entityId)
    }
    if (type === 'handover.submitted')
      for (const id of Array.isArray(payload['itemIds']) ? payload['itemIds'] : []) ids.add(String(id))
    if (type === 'activity.logged' && event.entityKind === 'account' && entityId !== null) ids.add(entityId)
    if (type === 'activity.logged' && typeof payload['activityId'] === 'string')
      activities.push(payload['activityId'])
    const repId = type.startsWith('rep.') ? entityId : payload['repId']
    if (MOVES_REP.test(type) && typeof repId === 'string') reps.add(repId)
  }
  if (events.some((event) => /^rep\.(created|updated)$/.test(event.type)))
    await syncCheckpoints(db, services, now)
  for (const id of await itemsOfReps(db, [...reps], MOST_OF_REP)) ids.add(id)
  if (events.some((event) => MOVES_ALL.has(event.type))) await askForResync(db, now)
  const all = [...ids]
  if (all.length === 0) return
  const { raised } = await syncClocks(db, services, now, all)
  await retirePrompts(db, now, all)
  await settleNoProgress(db, now, all)
  await proposeOwners(
    db,
    services,
    now,
    'tier_up',
    raised.map((item) => item.subject.itemId),
  )
  await proposeOwners(db, services, now, 'customer_replied', await itemsRepliedTo(db, activities))
}
