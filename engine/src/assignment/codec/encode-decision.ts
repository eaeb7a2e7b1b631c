import type { Decision, LedgerEntry, PeriodBorders, RepState } from '../../model/index.ts'
import { ByteWriter } from './byte-writer.ts'
import { knownOf, writeCandidates } from './candidate-columns.ts'
import { writeName, writeOptional, writeProposals, writeReason, writeRelease } from './parts.ts'
import { writeStates } from './state-columns.ts'

export const recordFormat = 1

export const decisionModes: readonly Decision['mode'][] = ['engine', 'plan', 'override', 'claim']
export const itemStates: readonly Decision['state'][] = ['owned', 'pooled', 'waiting']

/** What the decision saw of the fast-moving world, before it. */
export interface StateBefore {
  /** In roster order, one per rep. */
  readonly states: readonly RepState[]
  /** Entries of the decision's queue; entries of other queues are left out, they cannot have mattered. */
  readonly ledger: readonly LedgerEntry[]
  readonly periodBorders?: PeriodBorders
}

/**
 * A decision with all that replay needs and cannot take from roster, policy, win model and item: integer columns in
 * their shortest layout, codes, no sentences. Below 2 KB for 100 candidates. Above `fullyStoredCandidates`, terms and
 * exclusions are left out, since replay recomputes them.
 */
export function encodeDecision(decision: Decision, before: StateBefore): Uint8Array {
  const out = new ByteWriter()
  const places = new Map(before.states.map((state, place) => [state.repId, place]))
  const { decidedAt } = decision
  out.byte(recordFormat)
  out.unsigned(before.states.length)
  out.unsigned(decidedAt)
  out.text(decision.itemId)
  out.byte(decisionModes.indexOf(decision.mode))
  out.byte(itemStates.indexOf(decision.state))
  out.byte(decision.repId === null ? 0 : 1)
  if (decision.repId !== null) writeName(out, decision.repId, places)
  writeOptional(out, decision.poolId)
  writeReason(out, decision.reason, places)
  writeRelease(out, decision.release, decidedAt)
  writeOptional(out, decision.ruleId)
  out.unsigned(decision.relaxed)
  writeOptional(out, decision.slaClass)
  out.text(decision.queue)
  out.signed(decision.turnThousandths)
  out.text(decision.segment)
  out.signed(decision.pointsHundredths)
  writeProposals(out, decision.proposals, places)
  out.signed(decision.seed)
  out.unsigned(decision.draw)
  for (const name of ['engineVersion', 'policyHash', 'rosterVersion', 'modelVersion', 'stateHash'] as const) {
    out.text(decision[name])
  }
  const { periodBorders } = before
  out.byte(periodBorders === undefined ? 0 : 1)
  if (periodBorders !== undefined) {
    out.signed(periodBorders.dayEndsAt - decidedAt)
    out.signed(periodBorders.weekEndsAt - decidedAt)
    out.signed(periodBorders.monthEndsAt - decidedAt)
  }
  const ofQueue = before.ledger.filter((entry) => entry.queue === decision.queue)
  writeStates(out, before.states, new Map(ofQueue.map((entry) => [entry.repId, entry])), decidedAt)
  writeCandidates(out, decision.candidates, places, knownOf(before.states, ofQueue))
  return out.finish()
}
