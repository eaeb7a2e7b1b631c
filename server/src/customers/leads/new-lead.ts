import type { Facts } from '@peineng/engine'
import type { NormalisedLead } from './normalise-lead.ts'
import type { ScoreTerm } from './score-sheet.ts'

/** What `assess` of the engine found out, in the shape this slice stores. */
export interface LeadAssessment {
  /** Facts with the derived values in them; what rules and replays read. */
  readonly facts: Facts
  readonly tags: readonly string[]
  readonly value: 'high' | 'mid' | 'low' | null
  readonly difficulty: 'easy' | 'medium' | 'hard' | null
  readonly score: number | null
  readonly scoreTerms: readonly ScoreTerm[]
  readonly tier: string | null
  readonly gridCell: string | null
  readonly taskType: string | null
  readonly quadrant: string | null
  readonly pointsHundredths: number
}

/** A lead ready to be written. */
export interface NewLead {
  readonly id: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly lead: NormalisedLead
  readonly assessment: LeadAssessment
  readonly accountId: string | null
  /** Which door it came through: api, bulk, form, import, manual. */
  readonly intake: string
  readonly importId: string | null
  /** Member, key or form that brought it. */
  readonly createdBy: string | null
}
