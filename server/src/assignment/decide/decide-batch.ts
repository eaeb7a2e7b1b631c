import {
  type Backlog,
  type CapUse,
  createAssigner,
  createDecisionEncoder,
  type Decision,
  type DecisionEncoder,
  type FullCap,
  type GaugeName,
  gaugeEffects,
  inServingOrder,
  type LedgerEntry,
  type PlannedPlace,
  type RepState,
  type TimePrices,
  type WorkItem,
} from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { capsOf, type NewCapUse, noteCapUses, takeCaps } from '../state/cap-store.ts'
import { addTurns, readLedger } from '../state/ledger-store.ts'
import {
  applyClaims,
  lockRepLoads,
  type PeriodKeys,
  type RepClaim,
  type RepLoadRow,
  readRepLoads,
} from '../state/rep-load-store.ts'
import { readBacklog, shareOf } from './backlog.ts'
import { ledgerPeriod, periodBorders, periodKeys, repStates, type TenantContext } from './tenant-context.ts'
import { timePricesAt } from './time-prices.ts'

/** A decision with what it saw, ready to be stored. */
export interface Decided {
  readonly item: WorkItem
  readonly decision: Decision
  readonly statesBefore: readonly RepState[]
  readonly ledgerBefore: readonly LedgerEntry[]
  /** The decision as bytes, where it was laid out at once; its candidates are gone then. */
  readonly body?: Uint8Array
  /** What a joint plan said; stored beside the decision, so that it replays. */
  readonly plan?: PlannedPlace
  /** What time cost when it was decided. */
  readonly timePrices?: TimePrices
  /** Caps that were full for it. */
  readonly fullCaps?: readonly FullCap[]
  /** Where it counts under the caps of the policy. */
  readonly capUses?: readonly { readonly cap: string; readonly subject: string }[]
}

export interface BatchOptions {
  readonly seed: number
  /** The caller holds the lock of every rep's row: what is read is exact, nothing can be refused. */
  readonly allLocked: boolean
}

/**
 * Decides items together and takes the capacity they need. First with what was read without locks; the chosen reps'
 * rows are then locked in id order and changed conditionally. Where another process was faster and a cap would break,
 * everything is decided once more with all rows locked: that round is exact, so there never is a third (X4).
 */
export async function decideBatch(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  items: readonly WorkItem[],
  options: BatchOptions,
): Promise<Decided[]> {
  if (items.length === 0) return []
  const keys = periodKeys(now, context.timeZone)
  const period = ledgerPeriod(context, keys)
  // Before anything is read: under these locks the counts are exact, so no cap is ever refused afterwards.
  const share = shareOf(context, now, items)
  const caps = [...capsOf(context, now, items), ...(share === null ? [] : [share])]
  const uses = await takeCaps(db, caps)
  const given: Given = { uses, ...(await readBacklog(db, context, share, uses)) }
  const decided = options.allLocked
    ? await exactly(db, context, now, items, options.seed, keys, period, given)
    : await atFirst(db, context, now, items, options.seed, keys, period, given)
  if (caps.length > 0) await noteCapUses(db, now, caps, capUsesOf(decided))
  return decided
}

/** What was given already, of what is limited. */
export interface Given {
  readonly uses: readonly CapUse[]
  readonly backlog?: Backlog
}

/** What each counts under caps. */
export function capUsesOf(decided: readonly Decided[]): NewCapUse[] {
  return decided.flatMap(({ item, capUses = [] }) => capUses.map((use) => ({ ...use, itemId: item.id })))
}

/** With what is read without locks of reps; decided once more, exactly, where somebody was faster. */
async function atFirst(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  items: readonly WorkItem[],
  seed: number,
  keys: PeriodKeys,
  period: string,
  given: Given,
): Promise<Decided[]> {
  const [loads, ledger] = await Promise.all([readRepLoads(db, keys), readLedger(db, period, null)])
  const decided = decide(context, now, items, seed, {
    loads,
    ledger,
    encoder: createDecisionEncoder(),
    given,
  })
  const claims = claimsOf(context, decided)
  const locked = claims.map((claim) => claim.repId)
  const [, , refused] = await Promise.all([
    db.query('savepoint claims'),
    lockRepLoads(db, keys, locked),
    applyClaims(db, keys, claims),
    // Taken back with the claims where one of them is refused.
    addTurns(db, period, turnsOf(decided)),
  ])
  if (refused.length > 0) {
    // Gives the locks back too, so that taking all of them below keeps to the id order.
    await db.query('rollback to savepoint claims')
    return exactly(db, context, now, items, seed, keys, period, given)
  }
  return decided
}

async function exactly(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  items: readonly WorkItem[],
  seed: number,
  keys: PeriodKeys,
  period: string,
  given: Given,
): Promise<Decided[]> {
  const [loads, ledger] = await Promise.all([lockRepLoads(db, keys, null), readLedger(db, period, null)])
  const decided = decide(context, now, items, seed, {
    loads,
    ledger,
    encoder: createDecisionEncoder(),
    given,
  })
  const refused = await applyClaims(db, keys, claimsOf(context, decided))
  // The engine and the condition in SQL count alike; if they ever differ, nothing is committed.
  if (refused.length > 0)
    throw new Error(`the engine chose ${refused.length} reps whose rows refuse under lock`)
  await addTurns(db, period, turnsOf(decided))
  return decided
}

/** What a round of decisions starts from. */
export interface Seen {
  readonly loads: readonly RepLoadRow[]
  readonly ledger: readonly LedgerEntry[]
  /** Absent where nothing will be stored: a preview. */
  readonly encoder?: DecisionEncoder
  readonly given?: Given
}

/**
 * The engine at work, in the order of law 1; each decision sees what the ones before it took. With an encoder each is
 * laid out before the next one is made, and its candidates let go: 200 decisions of 100 candidates with their terms are
 * some 40 MB that outlive every young collection.
 */
export function decide(
  context: TenantContext,
  now: number,
  items: readonly WorkItem[],
  seed: number,
  { loads, ledger, encoder, given }: Seen,
): Decided[] {
  const backlog = given?.backlog
  const borders = periodBorders(now, context.timeZone)
  const timePrices = timePricesAt(context, now)
  const priced = timePrices === undefined ? {} : { timePrices }
  const assigner = createAssigner(
    {
      now,
      seed,
      roster: context.roster,
      states: repStates(context, loads, now),
      ledger,
      winModel: context.winModel,
      periodBorders: borders,
      ...priced,
      ...(given === undefined ? {} : { capUses: given.uses }),
      ...(backlog === undefined ? {} : { backlog }),
    },
    context.policy,
  )
  const capped = (context.policy.policy.caps ?? []).length > 0 || backlog !== undefined
  return [...items].sort(inServingOrder).map((item) => {
    const statesBefore = assigner.states()
    const fullCaps = capped ? assigner.fullCaps(item) : []
    const decision = assigner.decide(item)
    const ledgerBefore = assigner.ledgerOf(decision.queue)
    assigner.apply(decision, item)
    const counted =
      !capped || decision.repId === null
        ? {}
        : { capUses: assigner.capsOf(item, decision.ruleId, decision.repId) }
    const held = fullCaps.length === 0 ? {} : { fullCaps }
    // What still waits is usually no news and never stored.
    if (encoder === undefined || decision.state === 'waiting')
      return { item, decision, statesBefore, ledgerBefore, ...priced, ...held, ...counted }
    const body = encoder.encode(decision, {
      states: statesBefore,
      ledger: ledgerBefore,
      periodBorders: borders,
      ...priced,
      ...held,
    })
    return {
      item,
      decision: { ...decision, candidates: [] },
      statesBefore: [],
      ledgerBefore: [],
      body,
      ...counted,
    }
  })
}

/** What each chosen rep takes, in id order, with everything their row may not exceed. */
export function claimsOf(context: TenantContext, decided: readonly Decided[]): RepClaim[] {
  const sums = new Map<string, { effects: Partial<Record<GaugeName, number>>; received: number }>()
  for (const { item, decision } of decided) {
    if (decision.repId === null) continue
    const sum = sums.get(decision.repId) ?? { effects: {}, received: 0 }
    sums.set(decision.repId, sum)
    sum.received++
    for (const [gauge, amount] of Object.entries(gaugeEffects(item)) as [GaugeName, number][])
      sum.effects[gauge] = (sum.effects[gauge] ?? 0) + amount
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([repId, { effects, received }]) => ({ repId, effects, received, limits: limitsOf(context, repId) }))
}

/** Everything a rep's row may not exceed: pausing gauges and intake ceilings. */
export function limitsOf(context: TenantContext, repId: string): RepClaim['limits'] {
  const rep = context.repById.get(repId)
  if (rep === undefined) return {}
  const gauges: Partial<Record<GaugeName, number>> = {}
  for (const gauge of rep.gauges)
    if (gauge.action === 'pause')
      gauges[gauge.name] = Math.min(gauge.threshold, gauges[gauge.name] ?? gauge.threshold)
  return {
    ...gauges,
    dailyMax: rep.limits.dailyMax,
    weeklyMax: rep.limits.weeklyMax,
    monthlyMax: rep.limits.monthlyMax,
  }
}

export function turnsOf(
  decided: readonly Decided[],
): { queue: string; repId: string; thousandths: number }[] {
  return decided.flatMap(({ decision }) =>
    decision.repId === null || decision.turnThousandths === 0
      ? []
      : [{ queue: decision.queue, repId: decision.repId, thousandths: decision.turnThousandths }],
  )
}
