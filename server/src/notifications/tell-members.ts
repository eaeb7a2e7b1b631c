import type { TenantWriter } from '../platform/database/index.ts'
import { enqueueDeliveries, type NewDelivery } from '../platform/deliveries/index.ts'
import { announce, type StoredEvent } from '../platform/outbox/index.ts'
import { type Listener, readAudience, repsUnderTeams } from './audience-store.ts'
import { isNoticeKind, kindRules, type NoticeKind, type PersonalChannel } from './kinds.ts'
import { type Message, messagesOf } from './messages-of.ts'
import { insertNotices, type NewNotice } from './notice-store.ts'
import { listRobots, type RobotRow } from './robots/store.ts'
import { afterQuiet, mailTime } from './when-to-send.ts'

/** So many of one kind at once are one line in the list, not twenty. */
const FOLDED_FROM = 4

/** Where a person wants a kind; the list in the app is kept in any case, unless it was switched off by name. */
export function channelsOf(listener: Pick<Listener, 'kinds'>, kind: NoticeKind): readonly PersonalChannel[] {
  return listener.kinds[kind] ?? kindRules[kind].channels
}

/** Turns events into notices and messages on their way: a constant number of statements for any number of events. */
export async function tellMembers(
  db: TenantWriter,
  now: number,
  events: readonly StoredEvent[],
): Promise<void> {
  const messages = events.flatMap((event) => messagesOf(event))
  if (messages.length === 0) return
  const audience = await readAudience(db, messages)
  const notices: NewNotice[] = []
  const deliveries: NewDelivery[] = []
  const crowd = new Map<string, number>()
  const crowdKey = (message: Message, memberId: string): string =>
    `${message.kind}:${message.event.xid}:${memberId}`
  for (const message of messages)
    for (const { memberId } of audience.get(message) ?? [])
      crowd.set(crowdKey(message, memberId), (crowd.get(crowdKey(message, memberId)) ?? 0) + 1)
  for (const message of messages) {
    const { event, kind, params } = message
    const body = { kind, entityKind: event.entityKind, entityId: event.entityId, params }
    for (const listener of audience.get(message) ?? []) {
      const folded = (crowd.get(crowdKey(message, listener.memberId)) ?? 0) >= FOLDED_FROM
      const channels = channelsOf(listener, kind)
      if (channels.includes('in_app'))
        notices.push({
          memberId: listener.memberId,
          eventId: event.id,
          kind,
          groupKey: `${kind}:${folded ? event.xid : (event.entityId ?? event.id)}`,
          entityKind: event.entityKind,
          entityId: event.entityId,
          params,
        })
      const key = `${event.id}:${kind}`
      if (channels.includes('email'))
        deliveries.push({
          channel: 'email',
          targetId: listener.memberId,
          dedupeKey: `email:${key}:${listener.memberId}`,
          eventId: event.id,
          body,
          dueAt: mailTime(listener, now),
        })
      if (channels.includes('push'))
        for (const id of listener.pushIds)
          deliveries.push({
            channel: 'push',
            targetId: id,
            dedupeKey: `push:${key}:${id}`,
            eventId: event.id,
            body,
            dueAt: afterQuiet(listener, now),
          })
    }
  }
  deliveries.push(...(await forRobots(db, now, messages)))
  await enqueueDeliveries(db, now, deliveries)
  // One announcement a batch: badges ask again, whoever they belong to.
  if ((await insertNotices(db, now, notices)) > 0)
    await announce(db, now, [{ type: 'notice.added', entityKind: 'notice', entityId: null }])
}

/** What group chats hear: by kind, and by team where a robot belongs to one. */
async function forRobots(
  db: TenantWriter,
  now: number,
  messages: readonly Message[],
): Promise<readonly NewDelivery[]> {
  const robots = (await listRobots(db)).filter((robot) => robot.enabled)
  if (robots.length === 0) return []
  const under = await repsUnderTeams(
    db,
    robots.flatMap((robot) => robot.teamId ?? []),
  )
  const hears = (robot: RobotRow, message: Message): boolean => {
    if (!robot.kinds.some((kind) => isNoticeKind(kind) && kind === message.kind)) return false
    if (robot.teamId === null || message.everybody) return true
    const reps = under.get(robot.teamId)
    return [...message.repIds, ...message.managersOf].some((id) => reps?.has(id) === true)
  }
  return messages.flatMap((message) =>
    robots
      .filter((robot) => hears(robot, message))
      .map(
        (robot): NewDelivery => ({
          channel: 'robot',
          targetId: robot.id,
          dedupeKey: `robot:${message.event.id}:${message.kind}:${robot.id}`,
          eventId: message.event.id,
          body: {
            kind: message.kind,
            entityKind: message.event.entityKind,
            entityId: message.event.entityId,
            params: message.params,
          },
          dueAt: now,
        }),
      ),
  )
}
