import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { Services } from '../services.ts'
import { lockPlan, type PlanRow, readPlan } from './plan-store.ts'

/** A plan is there for whoever may see everybody it is about; for others it is not. */
export async function seePlan(
  db: TenantReader,
  services: Services,
  caller: Caller,
  id: string,
): Promise<PlanRow> {
  return visibleTo(db, services, caller, await readPlan(db, id))
}

/** The same, to be changed. */
export async function holdPlan(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  id: string,
): Promise<PlanRow> {
  return visibleTo(db, services, caller, await lockPlan(db, id))
}

async function visibleTo(
  db: TenantReader,
  { people }: Services,
  { principal, reach }: Caller,
  plan: PlanRow | null,
): Promise<PlanRow> {
  const visible = await people.visibleRepIds(db, principal, reach)
  if (plan === null || (visible !== null && !plan.repIds.every((id) => visible.includes(id))))
    throw new ProblemError('NOT_FOUND')
  return plan
}
