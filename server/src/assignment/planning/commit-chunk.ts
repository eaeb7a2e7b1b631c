import {
  type CapUse,
  createAssigner,
  type Decision,
  type GaugeEffects,
  type PlannedPlace,
  periodStart,
  planningSettings,
  type WorkItem,
} from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { commitMoves } from '../decide/commit-moves.ts'
import { capUsesOf, claimsOf, type Decided, turnsOf } from '../decide/decide-batch.ts'
import {
  ledgerPeriod,
  periodBorders,
  periodKeys,
  repStates,
  type TenantContext,
} from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { capsOf, noteCapUses, takeCaps } from '../state/cap-store.ts'
import { giveBackMany } from '../state/give-back.ts'
import { addTurns, readLedger } from '../state/ledger-store.ts'
import { applyClaims, lockRepLoads, type RepLoadRow } from '../state/rep-load-store.ts'
import { lockWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { onDuty, without } from './gather-plan.ts'
import type { SkipCode } from './plan-document.ts'
import { type MoveOutcome, type MoveRow, type PlanRow, settleMoves, type Turn } from './plan-store.ts'
import { planWorkItems } from './plan-work-items.ts'
import { selectMovable } from './select-movable-store.ts'

/** What became of a chunk: committed moves, and those that found no room this time. */
export interface ChunkResult {
  readonly moved: number
  readonly refused: readonly MoveRow[]
}

interface Ready {
  readonly move: MoveRow
  readonly row: WorkItemRow
  readonly item: WorkItem
}

/**
 * Commits some moves of a plan in the caller's transaction, all that still hold or none. Items first, then every rep,
 * are locked; each item is looked at again: what somebody changed meanwhile is skipped with a code. Where a rep has no
 * room now, the move stays open and the others go on without it: what leaves is taken off first, so that two reps who
 * swap do not stand in each other's way.
 */
export async function commitChunk(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
  moves: readonly MoveRow[],
): Promise<ChunkResult> {
  const context = await services.contextOf(db, now)
  const keys = periodKeys(now, context.timeZone)
  const rows = await lockWorkItems(
    db,
    moves.map(({ itemId }) => itemId),
  )
  const { ready, skipped } = await readyMoves(db, services, context, now, plan, moves, rows)
  const caps = capsOf(
    context,
    now,
    ready.map(({ item }) => item),
  )
  const uses = await takeCaps(db, caps)
  const loads = await lockRepLoads(db, keys, null)
  const period = ledgerPeriod(context, keys)
  const ledger = await readLedger(db, period, null)
  const { decided, refused } = decideAll(context, now, plan, ready, loads, ledger, uses)

  await giveBackMany(
    db,
    context,
    now,
    decided.map(({ row }) => row),
  )
  const taken = decided.map((one) => one.decided)
  const broken = await applyClaims(db, keys, claimsOf(context, taken))
  // The engine and the condition in SQL count alike; if they ever differ, nothing is committed.
  if (broken.length > 0) throw new Error(`a plan chose ${broken.length} reps whose rows refuse under lock`)
  await addTurns(db, period, turnsOf(taken))
  await noteCapUses(db, now, caps, capUsesOf(taken))
  const committed = await commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one.decided,
      before: one.row,
      cause: plan.kind === 'reoptimise' ? 'reoptimised' : 'planned',
      actorId: plan.committedBy,
      note: null,
      pinned: false,
    })),
  )
  const decisionOf = new Map(committed.map((one) => [one.placement.id, one.decisionId]))
  await settleMoves(db, plan.id, now, [
    ...skipped,
    ...decided.map(
      ({ move, decided: { decision } }): MoveOutcome => ({
        n: move.n,
        state: 'moved',
        skipCode: null,
        decisionId: decisionOf.get(move.itemId) ?? null,
        turn: turnOf(decision),
      }),
    ),
  ])
  return { moved: decided.length, refused: refused.map(({ move }) => move) }
}

/** What a decision counted in the ledger; null = nothing. */
export const turnOf = ({ queue, repId, turnThousandths }: Decision): Turn | null =>
  repId === null || turnThousandths === 0 ? null : { queue, repId, thousandths: turnThousandths }

/** Looks at each item again: what no longer is as it was planned is left alone, with the reason. */
async function readyMoves(
  db: TenantWriter,
  services: Services,
  context: TenantContext,
  now: number,
  plan: PlanRow,
  moves: readonly MoveRow[],
  rows: readonly WorkItemRow[],
): Promise<{ ready: Ready[]; skipped: MoveOutcome[] }> {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const items = new Map(
    (await planWorkItems(db, services.customers, rows)).map((item) => [item.id, item] as const),
  )
  const free = plan.kind === 'reoptimise' ? await stillMovable(db, context, now, moves) : null
  const owners = plan.kind === 'redistribute' ? await customerOwners(db, services, moves) : new Map()
  const ready: Ready[] = []
  const skipped: MoveOutcome[] = []
  for (const move of moves) {
    const row = rowOf.get(move.itemId)
    const item = items.get(move.itemId)
    const changed = changedSince(context, plan, move, row)
    const code = changed ?? (free?.has(move.itemId) === false ? 'IN_HAND' : null)
    if (code !== null || row === undefined || item === undefined) {
      skipped.push({ n: move.n, state: 'skipped', skipCode: code ?? 'GONE', decisionId: null })
      continue
    }
    const leaving = plan.parameters.kind === 'redistribute' ? plan.parameters.repId : null
    const owner = owners.get(move.itemId)
    const left = leaving === null ? item : without(item, leaving)
    ready.push({ move, row, item: owner === undefined ? left : { ...left, accountOwnerId: owner } })
  }
  return { ready, skipped }
}

function changedSince(
  context: TenantContext,
  plan: PlanRow,
  move: MoveRow,
  row: WorkItemRow | undefined,
): SkipCode | null {
  if (row === undefined) return 'GONE'
  if (row.state === 'closed') return 'CLOSED'
  if (row.state !== move.fromState || row.ownerId !== move.fromOwnerId || row.poolId !== move.fromPoolId)
    return 'OWNER_CHANGED'
  if (row.pinned && plan.kind !== 'redistribute') return 'PINNED'
  if (move.toRepId === null || !context.repById.has(move.toRepId)) return 'REP_LEFT'
  return null
}

/** What nobody began to work on while the plan was made; its rows are locked. */
async function stillMovable(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  moves: readonly MoveRow[],
): Promise<ReadonlySet<string>> {
  const rows = await selectMovable(db, {
    settings: planningSettings(context.policy.policy).reoptimise,
    dayStart: new Date(periodStart('day', now, context.timeZone)),
    ids: moves.map(({ itemId }) => itemId),
    limit: moves.length,
  })
  return new Set(rows.map(({ id }) => id))
}

/** Who has the customer of each item now: what belongs to a customer follows it. */
async function customerOwners(
  db: TenantWriter,
  services: Services,
  moves: readonly MoveRow[],
): Promise<ReadonlyMap<string, string>> {
  const labels = await services.customers.labelsOf(
    db,
    moves.flatMap(({ itemId, itemKind }) => (itemKind === 'account' ? [] : [itemId])),
  )
  const accountIds = [...labels.values()].flatMap(({ accountId }) => (accountId === null ? [] : [accountId]))
  const rows = await db.query<{ id: string; ownerId: string }>(
    `select id, owner_id as "ownerId" from work_item where tenant_id = $1 and id = any($2) and state = 'owned'`,
    [db.tenantId, accountIds],
  )
  const ownerOf = new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
  return new Map(
    [...labels].flatMap(([itemId, { accountId }]) => {
      const owner = accountId === null ? undefined : ownerOf.get(accountId)
      return owner === undefined ? [] : [[itemId, owner] as const]
    }),
  )
}

interface Chosen extends Ready {
  readonly decided: Decided
}

/** Decides every move in order; starts over without those that found no room, until all that are left fit. */
function decideAll(
  context: TenantContext,
  now: number,
  plan: PlanRow,
  ready: readonly Ready[],
  loads: readonly RepLoadRow[],
  ledger: Awaited<ReturnType<typeof readLedger>>,
  capUses: readonly CapUse[],
): { decided: Chosen[]; refused: Ready[] } {
  const present = repStates(context, loads, now)
  // A plan somebody asked for is for days; this one is for now.
  const states = plan.kind === 'reoptimise' ? present : onDuty(present)
  const refused: Ready[] = []
  let left = ready
  for (;;) {
    const assigner = createAssigner(
      {
        now,
        seed: seedOf(now),
        roster: context.roster,
        states,
        ledger,
        capUses,
        winModel: context.winModel,
        periodBorders: periodBorders(now, context.timeZone),
      },
      context.policy,
    )
    for (const { row } of left) if (row.ownerId !== null) assigner.release(row.ownerId, effectsOf(row))
    const decided: Chosen[] = []
    const stuck = new Set<Ready>()
    for (const one of left) {
      const statesBefore = assigner.states()
      const place = placeOf(context, plan, one)
      const made = place === null ? assigner.decide(one.item) : assigner.decidePlanned(one.item, place)
      if (made === null || made.repId !== one.move.toRepId) {
        stuck.add(one)
        continue
      }
      const decision: Decision = made
      const ledgerBefore = assigner.ledgerOf(decision.queue)
      const fullCaps = assigner.fullCaps(one.item)
      const counted = assigner.capsOf(one.item, decision.ruleId, one.move.toRepId ?? '')
      assigner.apply(decision, one.item)
      decided.push({
        ...one,
        decided: {
          item: one.item,
          decision,
          statesBefore,
          ledgerBefore,
          ...(place === null ? {} : { plan: place }),
          ...(fullCaps.length === 0 ? {} : { fullCaps }),
          ...(counted.length === 0 ? {} : { capUses: counted }),
        },
      })
    }
    if (stuck.size === 0) return { decided, refused }
    refused.push(...stuck)
    left = left.filter((one) => !stuck.has(one))
  }
}

/** Exactly what giving it back takes off. */
const effectsOf = (row: WorkItemRow): GaugeEffects => ({ ...row.effects, load_index: row.loadHundredths })

/** What the plan says of an item, with its prices laid out in the order of the roster that decides. */
function placeOf(context: TenantContext, plan: PlanRow, { move, row }: Ready): PlannedPlace | null {
  const { place, toRepId } = move
  if (place === null || toRepId === null) return null
  const step = plan.summary?.steps.find(({ planHash }) => planHash === place.planHash)
  const prices = new Map(step?.prices.map(({ repId, price }) => [repId, price]))
  return {
    planHash: place.planHash,
    repId: toRepId,
    per: place.per,
    prices: context.roster.reps.map(({ id }) => prices.get(id) ?? 0),
    holder:
      row.ownerId === null ? null : { repId: row.ownerId, handOverThousandths: place.handOverThousandths },
    ...(plan.kind === 'reoptimise' ? { reoptimised: true } : {}),
    heedsOffers: true,
  }
}
