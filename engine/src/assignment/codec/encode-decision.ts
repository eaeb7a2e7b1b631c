import type {
  Decision,
  FullCap,
  LedgerEntry,
  PeriodBorders,
  RepState,
  TimePrices,
} from '../../model/index.ts'
import type { PlannedPlace } from '../joint/planned-place.ts'
import { ByteWriter } from './byte-writer.ts'
import { writeCaps } from './caps-part.ts'
import { type Places, writeName, writeOptional, writeProposals, writeReason, writeRelease } from './parts.ts'
import { PlanWriter } from './plan-part.ts'
import { PricesWriter } from './prices-part.ts'
import { StateColumns } from './state-columns.ts'
import { CandidateWriter } from './write-candidates.ts'

export const recordFormat = 2

export const decisionModes: readonly Decision['mode'][] = ['engine', 'plan', 'override', 'claim']
export const itemStates: readonly Decision['state'][] = ['owned', 'pooled', 'waiting', 'offered']

/** Bits of the byte that says what else stands beside the state. */
export const beside = { borders: 1, plan: 2, prices: 4, caps: 8 } as const

/** What the decision saw of the fast-moving world, before it. */
export interface StateBefore {
  /** In roster order, one per rep. */
  readonly states: readonly RepState[]
  /** Entries of the decision's queue; entries of other queues are left out, they cannot have mattered. */
  readonly ledger: readonly LedgerEntry[]
  readonly periodBorders?: PeriodBorders
  /** What a joint plan said; of decisions in the mode `plan` only. */
  readonly plan?: PlannedPlace
  /** What time cost; not where a plan speaks, which has prices of its own. */
  readonly timePrices?: TimePrices
  /** Caps that were full; not where a plan speaks. */
  readonly fullCaps?: readonly FullCap[]
}

/** Encodes decisions that follow one another, such as those of a batch; see `createDecisionEncoder`. */
export interface DecisionEncoder {
  encode(decision: Decision, before: StateBefore): Uint8Array
}

/**
 * A decision with all that replay needs and cannot take from roster, policy, win model and item: integer columns in
 * their shortest layout, codes, no sentences. Below 2 KB for 100 candidates. Above `fullyStoredCandidates`, terms and
 * exclusions are left out, since replay recomputes them.
 */
export function encodeDecision(decision: Decision, before: StateBefore): Uint8Array {
  return createDecisionEncoder().encode(decision, before)
}

/**
 * Gives the same bytes as `encodeDecision`, several times faster where decisions follow one another: states that are
 * the same objects as the time before are not read again, columns that did not change are not laid out again.
 */
export function createDecisionEncoder(): DecisionEncoder {
  const out = new ByteWriter()
  const states = new StateColumns()
  const plans = new PlanWriter()
  const priced = new PricesWriter()
  const candidates = new CandidateWriter()
  return {
    encode(decision, before) {
      const ofQueue = before.ledger.filter((entry) => entry.queue === decision.queue)
      states.read(before.states, ofQueue, decision.decidedAt)
      out.byte(recordFormat)
      out.unsigned(before.states.length)
      writeHead(out, decision, states)
      const plan = decision.mode === 'plan' ? before.plan : undefined
      const caps = before.fullCaps ?? []
      const prices = plan === undefined ? before.timePrices : undefined
      out.byte(
        (before.periodBorders === undefined ? 0 : beside.borders) +
          (plan === undefined ? 0 : beside.plan) +
          (prices === undefined ? 0 : beside.prices) +
          (caps.length === 0 ? 0 : beside.caps),
      )
      writeBorders(out, before.periodBorders, decision.decidedAt)
      if (plan !== undefined) plans.write(out, plan, states)
      if (prices !== undefined) priced.write(out, prices)
      if (caps.length > 0) writeCaps(out, caps, states, decision.decidedAt)
      states.write(out)
      candidates.write(out, decision.candidates, states)
      return out.finish()
    },
  }
}

function writeHead(out: ByteWriter, decision: Decision, roster: Places): void {
  const { decidedAt } = decision
  out.unsigned(decidedAt)
  out.text(decision.itemId)
  out.byte(decisionModes.indexOf(decision.mode))
  out.byte(itemStates.indexOf(decision.state))
  out.byte(decision.repId === null ? 0 : 1)
  if (decision.repId !== null) writeName(out, decision.repId, roster)
  writeOptional(out, decision.poolId)
  writeReason(out, decision.reason, roster)
  writeRelease(out, decision.release, decidedAt)
  writeOptional(out, decision.ruleId)
  out.unsigned(decision.relaxed)
  writeOptional(out, decision.slaClass)
  out.text(decision.queue)
  out.signed(decision.turnThousandths)
  out.text(decision.segment)
  out.signed(decision.pointsHundredths)
  writeProposals(out, decision.proposals, roster)
  out.signed(decision.seed)
  out.unsigned(decision.draw)
  for (const name of ['engineVersion', 'policyHash', 'rosterVersion', 'modelVersion', 'stateHash'] as const) {
    out.text(decision[name])
  }
}

/** Times as distance to the decision. */
function writeBorders(out: ByteWriter, borders: PeriodBorders | undefined, decidedAt: number): void {
  if (borders === undefined) return
  out.signed(borders.dayEndsAt - decidedAt)
  out.signed(borders.weekEndsAt - decidedAt)
  out.signed(borders.monthEndsAt - decidedAt)
}
