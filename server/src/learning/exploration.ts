import { type LearningSettings, learningSettings, modelRoles, periodStart } from '@peineng/engine'
import { explorationBudget, newcomersOf } from '@peineng/engine/learning'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { type InUse, lockInUse, readInUse, writeInUse } from './model-store.ts'
import type { LearningServices } from './services.ts'

/** One newcomer's budget in the running month. */
export interface ExplorerBudget {
  readonly repId: string
  /** How much of the uncertainty about them is gone, permille. */
  readonly evidencePermille: number
  readonly intake: number
  readonly allowed: number
  readonly spent: number
  readonly left: number
}

/** Everybody the model in use knows little of, with what may be spent on finding out and what was. */
export async function explorerBudgets(
  services: LearningServices,
  db: TenantReader,
  now: number,
  inUse: InUse | null,
  settings: LearningSettings,
): Promise<ExplorerBudget[]> {
  if (inUse?.online == null || inUse.suspended !== null || settings.winModel !== 'validated') return []
  const { policy } = await services.policies.current(db)
  const roster = await services.people.loadRoster(db)
  const newcomers = newcomersOf(
    inUse.online,
    modelRoles,
    roster.reps.map((rep) => rep.id),
    settings.exploration.newcomerBelowPermille,
  )
  if (newcomers.length === 0) return []
  const month = new Date(periodStart('month', now, policy.timeZone))
  const counts = await db.query<{ repId: string; intake: number; spent: number }>(
    `select r.id as "repId",
       (select count(*)::int from ownership_history h where h.tenant_id = $1 and h.to_owner_id = r.id and h.at >= $3
          and h.cause in ('created', 'assigned')) as intake,
       (select count(*)::int from exploration_use e where e.tenant_id = $1 and e.rep_id = r.id and e.at >= $3) as spent
     from unnest($2::uuid[]) as r(id)`,
    [db.tenantId, newcomers.map((one) => one.repId), month],
  )
  const countOf = new Map(counts.map((row) => [row.repId, row]))
  const { sharePermille, tiers, newcomerBelowPermille } = settings.exploration
  const policyOf = {
    shareThousandths: sharePermille,
    tiers,
    newcomerBelowThousandths: newcomerBelowPermille,
  }
  return newcomers.map(({ repId, evidenceThousandths }) => {
    const { intake = 0, spent = 0 } = countOf.get(repId) ?? {}
    return {
      repId,
      evidencePermille: evidenceThousandths,
      intake,
      ...explorationBudget(policyOf, intake, spent),
    }
  })
}

/** Opens and closes newcomers' budgets: who has something left may be tried out until the next look. */
export async function lookAfterBudgets(
  services: LearningServices,
  db: TenantWriter,
  now: number,
): Promise<void> {
  const seen = await readInUse(db)
  if (seen === null) return
  const { policy } = await services.policies.current(db)
  const budgets = await explorerBudgets(services, db, now, seen, learningSettings(policy))
  const explorers = budgets
    .filter((budget) => budget.left > 0)
    .map((budget) => budget.repId)
    .sort()
  if (explorers.join() === [...seen.explorers].join()) return
  const inUse = await lockInUse(db, now)
  if (inUse.modelId === seen.modelId) await writeInUse(db, now, inUse, { explorers })
}

/** What was given away to find out: written by the decision that did it. */
export async function noteExplored(
  db: TenantWriter,
  now: number,
  uses: readonly { readonly itemId: string; readonly repId: string }[],
): Promise<void> {
  if (uses.length === 0) return
  await db.query(
    `insert into exploration_use (tenant_id, item_id, rep_id, at)
     select $1, u.item, u.rep, $2 from unnest($3::uuid[], $4::uuid[]) as u(item, rep) on conflict do nothing`,
    [db.tenantId, new Date(now), uses.map((use) => use.itemId), uses.map((use) => use.repId)],
  )
}
