import type { ExclusionCode, Reason, ReleaseCondition, TermCode } from './reason.ts'

export interface Term {
  readonly code: TermCode
  /** Thousandths of a point, integer; the contributions of a candidate add up to its total exactly. */
  readonly contribution: number
  /** The raw quantity behind it, integer, for the sentence (e.g. win probability in millionths, hundredths of load). */
  readonly raw: number
}

export type Candidate =
  | {
      readonly repId: string
      readonly excludedBy: ExclusionCode
      readonly total: 0
      readonly propensity: 0
      readonly terms?: undefined
    }
  | {
      readonly repId: string
      readonly excludedBy?: undefined
      readonly terms: readonly Term[]
      /** Thousandths of a point. */
      readonly total: number
      /** Integer millionths; over all candidates they sum to 1 000 000, or all are 0 where nobody is eligible. */
      readonly propensity: number
    }

/** `offered`: kept for the chosen rep until they answer. */
export type ItemState = 'owned' | 'pooled' | 'waiting' | 'offered'
export type DecisionMode = 'engine' | 'plan' | 'override' | 'claim'

/** A proposal to a manager that rides on a decision (D12, D25); nothing is done by itself. */
export interface Proposal {
  readonly code: 'EXPERT_SQUAD'
  readonly leadRepId: string
  readonly memberRepIds: readonly string[]
}

/** The choice for one item, with everything needed to explain and to replay it. Candidates stand in roster order. */
export interface Decision {
  readonly itemId: string
  readonly mode: DecisionMode
  readonly state: ItemState
  readonly repId: string | null
  readonly poolId: string | null
  readonly reason: Reason
  readonly release: ReleaseCondition | null
  /** null = the fallback of the policy. */
  readonly ruleId: string | null
  /** How many relaxation steps of the rule were in force. */
  readonly relaxed: number
  readonly slaClass: string | null
  /** Virtual queue of the fairness ledger. */
  readonly queue: string
  /** What this assignment counts in that ledger, thousandths of a turn. */
  readonly turnThousandths: number
  readonly segment: string
  readonly pointsHundredths: number
  readonly candidates: readonly Candidate[]
  readonly proposals: readonly Proposal[]
  readonly decidedAt: number
  readonly seed: number
  /** The draw in millionths that picked among near-ties. */
  readonly draw: number
  readonly engineVersion: string
  readonly policyHash: string
  readonly rosterVersion: string
  readonly modelVersion: string
  /** Hash over roster version, states and ledger before; 8 hex digits each of two seeds. */
  readonly stateHash: string
}
