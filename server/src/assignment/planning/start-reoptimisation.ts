import { periodStart, planningSettings } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { periodKeys, repStates } from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { readRepLoads } from '../state/rep-load-store.ts'
import { insertPlan } from './plan-store.ts'
import {
  countFreed,
  forgetOldPlans,
  noteReoptimisation,
  type Reoptimisation,
  type ReoptimisationTrigger,
  reoptimisationAtWork,
  takeReoptimisation,
} from './reoptimisation-store.ts'
import { selectMovable } from './select-movable-store.ts'

/** What a trigger starts waits at least so long after the last look. */
const REST_MS = 60_000
/** So many items that left their owners are capacity freed in bulk; less is the queue's own to notice. */
const FREED_IN_BULK = 5
const KEEP_MS = 30 * 24 * 3_600_000
/** What one look covers; the rest waits for the next. */
export const MOST_ITEMS = 2_000

/**
 * Looks whether a company is due to be planned anew, and asks for the plan. One node at a time: the company's row is
 * locked, and nothing starts while the last plan is being worked on. Returns the plan; null = nothing to do.
 */
export async function startReoptimisation(
  db: TenantWriter,
  services: Services,
  now: number,
): Promise<string | null> {
  const context = await services.contextOf(db, now)
  const settings = planningSettings(context.policy.policy).reoptimise
  if (!settings.enabled) return null
  const before = await takeReoptimisation(db)
  if (before === null || (await reoptimisationAtWork(db))) return null
  const keys = periodKeys(now, context.timeZone)
  // Who is off duty comes back by the clock, and the queue is served then; this is about who is gone.
  const away = repStates(context, await readRepLoads(db, keys), now)
    .filter(({ availability }) => availability !== 'on_duty' && availability !== 'off_duty')
    .map(({ repId }) => repId.slice(-12))
    .join(' ')
  const world = { policyVersion: context.policyVersion, away }
  const trigger = await triggerOf(db, before, world, now, settings.everyMinutes)
  if (trigger === null) return null
  const rows = await selectMovable(db, {
    settings,
    dayStart: new Date(periodStart('day', now, context.timeZone)),
    ids: null,
    limit: MOST_ITEMS,
  })
  const planId = rows.length === 0 ? null : uuidv7(now)
  await forgetOldPlans(db, new Date(now - KEEP_MS))
  if (planId !== null)
    await insertPlan(
      db,
      {
        id: planId,
        kind: 'reoptimise',
        parameters: { kind: 'reoptimise', fairSharePercent: 0, trigger },
        withinRepIds: null,
        // Those it moves something between are added when it is solved: they are who may see it.
        repIds: [],
        actorKind: 'system',
        createdBy: null,
      },
      now,
    )
  await noteReoptimisation(db, {
    ...world,
    lastAt: new Date(now),
    lastTrigger: trigger,
    planId,
    lookedAt: rows.length,
  })
  return planId
}

async function triggerOf(
  db: TenantWriter,
  before: Reoptimisation,
  world: Pick<Reoptimisation, 'policyVersion' | 'away'>,
  now: number,
  everyMinutes: number,
): Promise<ReoptimisationTrigger | null> {
  const { lastAt } = before
  if (lastAt === null) return 'schedule'
  const since = now - lastAt.getTime()
  if (since < REST_MS) return null
  if (before.policyVersion !== world.policyVersion) return 'policy_published'
  if (before.away !== world.away) return 'people_changed'
  if (since >= everyMinutes * 60_000) return 'schedule'
  return (await countFreed(db, lastAt)) >= FREED_IN_BULK ? 'capacity_freed' : null
}
