import { proposalVerdict, type TriggerCause } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { insertPrompts, type NewPrompt, openPromptCounts, readPasts, retirePrompts } from './prompt-store.ts'
import type { FollowupServices } from './services.ts'
import { followupSettingsOf } from './settings-of.ts'
import { readSubjects } from './subject-store.ts'

/** Running the engine for one item looks at everybody; so many at a time is a fraction of a second. */
const MOST_AT_ONCE = 100

/**
 * Something happened: the engine is asked again who should have these items, and where somebody else is clearly better
 * the owner or the manager is asked (H2, H5). Nothing changes hands here. Returns how many were asked.
 */
export async function proposeOwners(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
  cause: TriggerCause,
  itemIds: readonly string[],
): Promise<number> {
  const ids = [...new Set(itemIds)].sort().slice(0, MOST_AT_ONCE)
  if (ids.length === 0) return 0
  const settings = await followupSettingsOf(db, services, now)
  await retirePrompts(db, now, ids)
  // Whoever answers now must be on duty now; whose work it should be in the long run does not turn on the hour.
  const reviews = await services.assignment.review(db, now, ids, { anyHour: cause !== 'sla_missed' })
  const subjects = new Map((await readSubjects(db, ids)).map((subject) => [subject.itemId, subject]))
  const pasts = await readPasts(db, ids)
  const open = await openPromptCounts(db, [...new Set(reviews.map((review) => review.ownerId))], now)
  const prompts = reviews.flatMap((review): NewPrompt[] => {
    const subject = subjects.get(review.itemId)
    const past = pasts.get(review.itemId)
    if (subject === undefined || past === undefined) return []
    const verdict = proposalVerdict(
      settings,
      cause,
      review,
      {
        ...past,
        ownedSince: subject.ownedSince,
        pinned: subject.pinned,
        openForOwner: open.get(review.ownerId) ?? 0,
      },
      now,
    )
    if (!verdict.propose) return []
    open.set(review.ownerId, (open.get(review.ownerId) ?? 0) + 1)
    return [
      {
        itemId: review.itemId,
        itemKind: review.kind,
        cause,
        fromRepId: review.ownerId,
        toRepId: verdict.toRepId,
        audience: verdict.audience,
        gainThousandths: verdict.gainThousandths,
        detail: { ownerTotal: review.ownerTotal, total: review.best?.total ?? null },
        expiresAt: now + settings.triggers.expireHours * 3_600_000,
      },
    ]
  })
  const asked = await insertPrompts(db, now, prompts)
  const managers = await services.people.managersOf(db, [...new Set(prompts.map((one) => one.fromRepId))])
  await announce(
    db,
    now,
    prompts
      .filter((one) => asked.has(one.itemId))
      .map(({ itemId, itemKind, fromRepId, toRepId, audience, gainThousandths }) => ({
        type: 'trigger.proposed',
        entityKind: itemKind,
        entityId: itemId,
        payload: {
          ...(audience === 'owner'
            ? { recipientRepIds: [fromRepId] }
            : { recipientMemberIds: managers.get(fromRepId) ?? [] }),
          cause,
          ownerId: fromRepId,
          toRepId,
          gainThousandths,
        },
      })),
  )
  return asked.size
}
