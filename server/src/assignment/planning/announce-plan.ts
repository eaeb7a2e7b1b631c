import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { PlanRow } from './plan-store.ts'

/** Open screens are told that a plan moved on; they ask again with their own rights. */
export async function announcePlan(db: TenantWriter, now: number, plan: Pick<PlanRow, 'id'>): Promise<void> {
  await announce(db, now, [{ type: 'plan.changed', entityKind: 'plan', entityId: plan.id }])
}
