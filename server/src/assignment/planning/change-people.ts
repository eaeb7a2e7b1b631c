import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Services } from '../services.ts'
import type { PeopleBefore } from './plan-document.ts'
import { type PlanRow, updatePlan } from './plan-store.ts'

const actorOf = (plan: PlanRow) => ({
  actorKind: plan.actorKind,
  actorId: plan.committedBy ?? plan.createdBy,
})

/**
 * What a plan changes about people before anything moves: the new coverage; or the pause of whoever leaves, so that
 * nothing new arrives meanwhile. How it was is kept for the undo.
 */
export async function changePeople(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
): Promise<void> {
  const { parameters } = plan
  const { people } = services
  if (plan.peopleBefore.length > 0) return
  if (parameters.kind === 'territory') {
    const before = await people.repSetups(
      db,
      parameters.changes.map(({ repId }) => repId),
    )
    for (const { repId, territories } of parameters.changes)
      await people.changeRep(db, now, actorOf(plan), repId, null, { territories })
    await updatePlan(db, plan.id, { peopleBefore: before })
  }
  if (parameters.kind === 'redistribute' && parameters.then !== 'stay') {
    const before = await people.repSetups(db, [parameters.repId])
    if (before[0]?.status === 'active')
      await people.changeRep(db, now, actorOf(plan), parameters.repId, null, { status: 'paused' })
    await updatePlan(db, plan.id, { peopleBefore: before })
  }
}

/** The last step of a departure. false = something arrived meanwhile, so they are paused and not gone. */
export async function sendOff(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
): Promise<boolean> {
  const { parameters } = plan
  if (parameters.kind !== 'redistribute' || parameters.then !== 'deactivate') return true
  try {
    await services.people.changeRep(db, now, actorOf(plan), parameters.repId, null, { status: 'inactive' })
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'REP_HAS_OPEN_WORK') return false
    throw error
  }
  return true
}

/** Coverage and status as they were, where nobody has changed them since. */
export async function changePeopleBack(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
): Promise<void> {
  const { people } = services
  const current = new Map(
    (
      await people.repSetups(
        db,
        plan.peopleBefore.map(({ repId }) => repId),
      )
    ).map((one) => [one.repId, one]),
  )
  for (const before of plan.peopleBefore) {
    const standing = current.get(before.repId)
    if (standing === undefined || !asPlanned(plan, before, standing)) continue
    await people.changeRep(db, now, actorOf(plan), before.repId, null, {
      territories: before.territories,
      status: before.status,
    })
  }
}

function asPlanned({ parameters }: PlanRow, before: PeopleBefore, now: PeopleBefore): boolean {
  if (parameters.kind === 'redistribute') return now.status !== 'active'
  if (parameters.kind !== 'territory') return false
  const wanted = parameters.changes.find(({ repId }) => repId === before.repId)?.territories
  return JSON.stringify(wanted) === JSON.stringify(now.territories)
}
