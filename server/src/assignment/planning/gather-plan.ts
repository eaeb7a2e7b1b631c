import type { Policy, Rep, RepState, RuleAction, WorkItem } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import {
  ledgerPeriod,
  periodBorders,
  periodKeys,
  repStates,
  type TenantContext,
} from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { capsOf, readCapUses } from '../state/cap-store.ts'
import { readLedger } from '../state/ledger-store.ts'
import { readRepLoads } from '../state/rep-load-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'
import type { PlanParameters } from './plan-document.ts'
import type { PlanRow } from './plan-store.ts'
import { planWorkItems } from './plan-work-items.ts'
import { selectOwned, selectQueue } from './select-plan-items-store.ts'
import { type PlanItem, type SolveInput, winTableOf } from './solve-input.ts'

/** What a plan is made from, and where each item stood then. */
export interface Gathered {
  readonly input: SolveInput
  readonly rowOf: ReadonlyMap<string, WorkItemRow>
}

/** Reads all a plan needs in one look at the company, so that nothing in it contradicts anything else. */
export async function gatherPlan(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
): Promise<Gathered> {
  const context = await services.contextOf(db, now)
  const { parameters } = plan
  const rows = await rowsOf(db, parameters, plan.withinRepIds)
  const items = await planItems(db, services, rows, parameters)
  const keys = periodKeys(now, context.timeZone)
  const roster =
    parameters.kind === 'territory'
      ? await rosterAfter(db, services, context, parameters.changes)
      : context.roster
  const leaving = parameters.kind === 'redistribute' ? parameters.repId : null
  const within = plan.withinRepIds ?? roster.reps.map(({ id }) => id)
  return {
    rowOf: new Map(rows.map((row) => [row.id, row])),
    input: {
      now,
      seed: seedOf(now),
      roster,
      states: onDuty(repStates(context, await readRepLoads(db, keys), now)),
      ledger: await readLedger(db, ledgerPeriod(context, keys), null),
      periodBorders: periodBorders(now, context.timeZone),
      capUses: await readCapUses(
        db,
        capsOf(
          context,
          now,
          items.map(({ item }) => item),
        ),
      ),
      winTable: winTableOf(
        context.winModel,
        context.roster,
        items.map(({ item }) => item),
      ),
      policy: policyOf(context, parameters),
      customFields: context.customFields,
      items,
      onlyUncovered: parameters.kind === 'territory',
      within: within.filter((id) => id !== leaving),
      fairSharePermille: parameters.fairSharePercent * 10,
      warmPrices: [],
      maxUnits: parameters.maxUnits ?? null,
      reoptimise: null,
    },
  }
}

/**
 * The policy as a plan reads it. A manager runs the plan, so what a rule leaves to a manager is planned too; and where
 * they ask for what lies in pools, the rule that laid it there does not speak.
 */
function policyOf({ policy: { policy } }: TenantContext, parameters: PlanParameters): Policy {
  const pooled = parameters.kind === 'waiting' && parameters.pooled
  const planned = (action: RuleAction): RuleAction => {
    const { pool, strategy, ...rest } = action
    return {
      ...rest,
      strategy: strategy.kind === 'manual' ? { kind: 'weighted_rotation' } : strategy,
      ...(pool === undefined || pooled ? {} : { pool }),
    }
  }
  return {
    ...policy,
    rules: policy.rules.map((rule) => ({ ...rule, then: planned(rule.then) })),
    fallback: planned(policy.fallback),
  }
}

/**
 * A plan is for days, not for this minute: who is off duty at this hour counts as there. Leave, pause and departure
 * keep their meaning.
 */
export function onDuty(states: readonly RepState[]): RepState[] {
  return states.map((state) => {
    if (state.availability !== 'off_duty') return state
    const { availableAt: _, ...rest } = state
    return { ...rest, availability: 'on_duty' }
  })
}

async function rowsOf(
  db: TenantWriter,
  parameters: PlanParameters,
  within: readonly string[] | null,
): Promise<WorkItemRow[]> {
  switch (parameters.kind) {
    case 'reoptimise':
      return []
    case 'waiting':
      return selectQueue(db, {
        ids: parameters.itemIds ?? null,
        pooled: parameters.pooled,
        limit: parameters.limit,
      })
    case 'redistribute':
      return selectOwned(db, [parameters.repId])
    case 'territory': {
      const owned = await selectOwned(
        db,
        parameters.changes.map(({ repId }) => repId),
      )
      // What waits because nobody covered it may find somebody now.
      const waiting = await selectQueue(db, { ids: null, pooled: false, limit: within === null ? 2000 : 500 })
      return [...owned, ...waiting]
    }
  }
}

/** Rows as items of a plan, with the customer they belong to. */
async function planItems(
  db: TenantWriter,
  services: Services,
  rows: readonly WorkItemRow[],
  parameters: PlanParameters,
): Promise<PlanItem[]> {
  const labels = await services.customers.labelsOf(
    db,
    rows.map(({ id }) => id),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const leaving = parameters.kind === 'redistribute' ? parameters.repId : null
  return (await planWorkItems(db, services.customers, rows)).flatMap((item) => {
    const row = rowOf.get(item.id)
    if (row === undefined) return []
    return [
      {
        item: leaving === null ? item : without(item, leaving),
        accountId: labels.get(item.id)?.accountId ?? null,
        ownerId: row.ownerId,
        movedAt: null,
        // Somebody who leaves keeps nothing, not even what a person gave them by name.
        pinned: row.pinned && parameters.kind !== 'redistribute',
      },
    ]
  })
}

/** An item that must leave somebody: they are out, and being the customer's owner no longer speaks for them. */
export function without(item: WorkItem, repId: string): WorkItem {
  const { accountOwnerId, ...rest } = item
  return {
    ...rest,
    ...(accountOwnerId === undefined || accountOwnerId === repId ? {} : { accountOwnerId }),
    excludedRepIds: [...new Set([...(item.excludedRepIds ?? []), repId])],
  }
}

/** Everybody as they would be with the new coverage. */
async function rosterAfter(
  db: TenantWriter,
  services: Services,
  { roster }: TenantContext,
  changes: readonly { readonly repId: string; readonly territories: readonly string[] }[],
): Promise<TenantContext['roster']> {
  const expand = await services.people.territoryExpander(db)
  const next = new Map(changes.map((change) => [change.repId, expand(change.territories)]))
  const reps = roster.reps.map((rep): Rep => ({ ...rep, territories: next.get(rep.id) ?? rep.territories }))
  return { version: roster.version, reps }
}
