import type { CandidateScore, Contender } from '../matching/index.ts'

/** Says what an admissible rep is worth, by roster index. */
export type Scorer = (index: number) => Contender & CandidateScore
