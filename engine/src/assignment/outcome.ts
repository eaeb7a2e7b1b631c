import {
  bandOf,
  type Choice,
  type Contender,
  choose,
  effectiveStrategy,
  type FairnessQueue,
  type ItemContext,
  strategyReasons,
} from '../matching/index.ts'
import type { ItemState, Reason, ReasonCode, ReleaseCondition } from '../model/index.ts'
import { askingOf } from './asking.ts'
import { type Chances, firstOwner, type Judged } from './candidates.ts'
import { pricesInForce } from './price-scorer.ts'
import { triageOf } from './triage.ts'
import { waitingFor } from './waiting.ts'
import type { WorkingState } from './working-state.ts'

/** Where an item ends, and the chance each candidate had. */
export interface Outcome {
  readonly state: ItemState
  readonly index: number | null
  readonly poolId: string | null
  readonly reason: Reason
  readonly release: ReleaseCondition | null
  readonly chances: Chances
  /** Turns it counts: an owner's own customer is nobody's turn. */
  readonly turnThousandths: number
}

type Params = Readonly<Record<string, string | number | readonly string[]>>

const noChances: Chances = { inBand: [], propensities: [] }

/** Nobody else could have been drawn. */
export const certain = (only: Contender): Chances => ({ inBand: [only], propensities: [1_000_000] })

export function outcomeOf(
  working: WorkingState,
  ctx: ItemContext,
  queue: FairnessQueue,
  judged: Judged,
  draw: number,
): Outcome {
  const { action } = ctx
  const { contenders } = judged
  const ownerId = firstOwner(working, ctx)
  if (ownerId !== undefined) {
    const owner = contenders.find((one) => working.repIds[one.index] === ownerId)
    if (owner !== undefined) return owned(owner.index, certain(owner), 'CUSTOMER_OWNER', {}, 0)
  }
  if (action.pool?.when === 'always') return pooled(action.pool.id, 'POOLED_BY_RULE', {})
  if (contenders.length === 0) {
    const counts = exclusionCounts(judged)
    if (action.pool !== undefined) return pooled(action.pool.id, 'POOLED_NOBODY_ELIGIBLE', counts)
    const { code, release } = waitingFor(working, ctx)
    const { nextAt } = ctx.relaxation
    return waiting(code, nextAt === null ? counts : { ...counts, relaxesAt: nextAt }, release)
  }
  const strategy = effectiveStrategy(action.strategy)
  if (strategy.kind === 'manual') {
    return waiting('WAITING_FOR_MANAGER', { eligible: contenders.length }, { kind: 'manager_decides' })
  }
  const triaged = strategy.kind === 'scored' ? triageOf(working, ctx, judged) : null
  if (triaged !== null) {
    const { poolId, params, until } = triaged
    return poolId === null
      ? waiting('WAITING_BELOW_PRICE', params, { kind: 'prices_fall', at: until })
      : pooled(poolId, 'POOLED_BELOW_PRICE', params)
  }
  const asking = askingOf(ctx, working.policy.policy)
  if (asking.kind === 'nobody')
    return asking.poolId === null
      ? waiting('WAITING_NO_TAKER', { rounds: asking.rounds }, { kind: 'manager_decides' })
      : pooled(asking.poolId, 'POOLED_NO_TAKER', { rounds: asking.rounds })
  const choice = choose(contenders, bandOf(strategy), draw)
  if (choice === null) throw new Error('A choice among contenders cannot be empty')
  const code: ReasonCode =
    contenders.length === 1
      ? 'ONLY_CANDIDATE'
      : choice.inBand.length > 1
        ? 'NEAR_TIE_DRAW'
        : strategyReasons[strategy.kind]
  const params = choiceParams(working, ctx, queue, contenders, choice)
  const chosen = owned(choice.chosen.index, choice, code, params, ctx.turnThousandths)
  return asking.kind === 'ask' ? { ...chosen, state: 'offered' } : chosen
}

/** Margin to the best other candidate, and how much of the queue the chosen rep holds against their share (D22). */
function choiceParams(
  working: WorkingState,
  ctx: ItemContext,
  queue: FairnessQueue,
  contenders: Choice['inBand'],
  { chosen, inBand }: Choice,
): Params {
  let runnerUp: Choice['chosen'] | undefined
  for (const one of contenders) {
    if (one.index !== chosen.index && (runnerUp === undefined || one.total > runnerUp.total)) runnerUp = one
  }
  const total = queue.total + ctx.turnThousandths
  const held = queue.accounts.own(chosen.index) + ctx.turnThousandths
  return {
    total: chosen.total,
    eligible: contenders.length,
    nearTies: inBand.length,
    ...(runnerUp === undefined
      ? {}
      : { runnerUp: working.repIds[runnerUp.index] ?? '', margin: chosen.total - runnerUp.total }),
    queueSharePermille: total > 0 ? Math.floor((held * 1000) / total) : 0,
    targetSharePermille: queue.targetPermille(chosen.index),
    ...pricesLeftAside(working, ctx),
  }
}

/** Prices that were there and too old to be used, so that the decision says why nobody was charged. */
function pricesLeftAside(working: WorkingState, { action }: ItemContext): Params {
  const { timePrices } = working.snapshot
  if (timePrices === undefined || pricesInForce(working) !== null) return {}
  if (effectiveStrategy(action.strategy).kind !== 'scored') return {}
  return { pricesAgeMinutes: Math.floor((working.now - timePrices.pricedAt) / 60_000) }
}

/** How many candidates each code excluded, codes in their order of testing. */
function exclusionCounts({ candidates }: Judged): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { excludedBy } of candidates) {
    if (excludedBy !== undefined) counts[excludedBy] = (counts[excludedBy] ?? 0) + 1
  }
  return counts
}

export function owned(
  index: number,
  chances: Chances,
  code: ReasonCode,
  params: Params,
  turnThousandths: number,
): Outcome {
  return {
    state: 'owned',
    index,
    poolId: null,
    reason: { code, params },
    release: null,
    chances,
    turnThousandths,
  }
}

function pooled(poolId: string, code: ReasonCode, params: Params): Outcome {
  return {
    state: 'pooled',
    index: null,
    poolId,
    reason: { code, params },
    release: null,
    chances: noChances,
    turnThousandths: 0,
  }
}

function waiting(code: ReasonCode, params: Params, release: ReleaseCondition): Outcome {
  return {
    state: 'waiting',
    index: null,
    poolId: null,
    reason: { code, params },
    release,
    chances: noChances,
    turnThousandths: 0,
  }
}
