import type { CapabilityTag } from '../../model/index.ts'
import { priorTrialsOf, type ShrunkenRate, shrunkenRate } from './shrunken-rate.ts'

/** One closed or open deal of the past as far as it says something about the rep. */
export interface PastDeal {
  readonly repId: string
  /** What the deal was about: `{ productLine: '骨科耗材', customerType: '三甲医院', business: 'new' }`. */
  readonly domains: Readonly<Record<string, string>>
  /** null = still open: counts as an opportunity (share), not as an outcome (rate). */
  readonly won: boolean | null
  /** Epoch milliseconds: of closing, or of creation while open. */
  readonly at: number
}

/** A customer's answer in a call-back, or a manager's periodic rating: 1 (poor) … 5 (excellent), about one tag. */
export interface Rating {
  readonly repId: string
  readonly tag: string
  readonly source: 'callback' | 'manager'
  readonly rating: number
  readonly at: number
}

/** How a rep does in one domain, with what it rests on. */
export interface DomainEvidence {
  readonly repId: string
  readonly dimension: string
  readonly value: string
  /** Share of the rep's opportunities in this dimension, in thousandths ("870 of 1000 are FMCG"). */
  readonly shareThousandths: number
  readonly opportunities: number
  readonly rate: ShrunkenRate
  /** The whole team's rate in this domain: what an average rep would do. */
  readonly teamRate: number
  readonly lastOutcomeAt: number | null
  /** No outcome for longer than the policy's window: shown grey, gives no tag. */
  readonly stale: boolean
}

export interface EvidencedTag extends CapabilityTag {
  readonly repId: string
  /** Outcomes or ratings behind the tag; a tag without evidence does not exist. */
  readonly evidenceCount: number
  readonly lastEvidenceAt: number
  /** From history: the domain it was read from. */
  readonly domain?: { readonly dimension: string; readonly rate: ShrunkenRate; readonly teamRate: number }
}

export interface EvidencePolicy {
  /** Outcomes a rep needs in a domain before a tag may come of it. */
  readonly minOutcomes: number
  readonly minRatings: number
  readonly staleAfterDays: number
}

export const DEFAULT_EVIDENCE: EvidencePolicy = { minOutcomes: 8, minRatings: 3, staleAfterDays: 180 }

/** Performance per rep and domain with partial pooling: rep × value shrinks towards the team's rate for that value. */
export function domainEvidence(
  deals: readonly PastDeal[],
  now: number,
  policy: EvidencePolicy = DEFAULT_EVIDENCE,
): DomainEvidence[] {
  const dimensions = [...new Set(deals.flatMap((deal) => Object.keys(deal.domains)))].sort()
  return dimensions.flatMap((dimension) => evidenceIn(dimension, deals, now, policy))
}

interface Count {
  repId: string
  value: string
  opportunities: number
  trials: number
  wins: number
  last: number | null
}

function evidenceIn(
  dimension: string,
  deals: readonly PastDeal[],
  now: number,
  policy: EvidencePolicy,
): DomainEvidence[] {
  const cells = new Map<string, Count>()
  const values = new Map<string, { wins: number; trials: number }>()
  const ofRep = new Map<string, number>()
  let wins = 0
  let trials = 0
  for (const deal of deals) {
    const value = deal.domains[dimension]
    if (value === undefined || value === '') continue
    const key = `${deal.repId}\u0000${value}`
    const cell = cells.get(key) ?? {
      repId: deal.repId,
      value,
      opportunities: 0,
      trials: 0,
      wins: 0,
      last: null,
    }
    cells.set(key, cell)
    cell.opportunities++
    ofRep.set(deal.repId, (ofRep.get(deal.repId) ?? 0) + 1)
    if (deal.won === null) continue
    const team = values.get(value) ?? { wins: 0, trials: 0 }
    values.set(value, team)
    cell.trials++
    team.trials++
    trials++
    if (deal.won) {
      cell.wins++
      team.wins++
      wins++
    }
    cell.last = Math.max(cell.last ?? deal.at, deal.at)
  }
  const overall = trials > 0 ? wins / trials : 0.5
  const teamPrior = priorTrialsOf([...values.values()], overall)
  const teamRate = (value: string): number => {
    const team = values.get(value)
    return shrunkenRate(team?.wins ?? 0, team?.trials ?? 0, overall, teamPrior).rate
  }
  const result: DomainEvidence[] = []
  const ordered = [...cells.values()].sort((a, b) => compare(a.repId, b.repId) || compare(a.value, b.value))
  const priors = new Map<string, number>()
  for (const value of values.keys()) {
    const group = ordered.filter((cell) => cell.value === value)
    priors.set(value, priorTrialsOf(group, teamRate(value)))
  }
  for (const cell of ordered) {
    const parent = teamRate(cell.value)
    result.push({
      repId: cell.repId,
      dimension,
      value: cell.value,
      shareThousandths: Math.round((1000 * cell.opportunities) / ofRep.get(cell.repId)!),
      opportunities: cell.opportunities,
      rate: shrunkenRate(cell.wins, cell.trials, parent, priors.get(cell.value) ?? 20),
      teamRate: parent,
      lastOutcomeAt: cell.last,
      stale: cell.last === null || now - cell.last > policy.staleAfterDays * 86_400_000,
    })
  }
  return result
}

/**
 * Tags with their evidence from all three sources. History gives a tag where the rep's interval lies above the team's
 * rate; level by how far (odds against the team). Ratings give a tag from `minRatings` on. No source, no tag.
 */
export function capabilityTags(
  evidence: readonly DomainEvidence[],
  ratings: readonly Rating[],
  now: number,
  policy: EvidencePolicy = DEFAULT_EVIDENCE,
): EvidencedTag[] {
  const tags: EvidencedTag[] = []
  for (const item of evidence) {
    if (item.stale || item.lastOutcomeAt === null || item.rate.trials < policy.minOutcomes) continue
    if (item.rate.low <= item.teamRate) continue
    tags.push({
      repId: item.repId,
      tag: item.value,
      level: levelOf(item.rate.rate, item.teamRate),
      source: 'history',
      evidenceCount: item.rate.trials,
      lastEvidenceAt: item.lastOutcomeAt,
      domain: { dimension: item.dimension, rate: item.rate, teamRate: item.teamRate },
    })
  }
  const rated = new Map<string, Rating[]>()
  for (const rating of ratings) {
    if (now - rating.at > policy.staleAfterDays * 86_400_000) continue
    const key = `${rating.repId}\u0000${rating.tag}\u0000${rating.source}`
    rated.set(key, [...(rated.get(key) ?? []), rating])
  }
  for (const [, group] of [...rated].sort(([a], [b]) => compare(a, b))) {
    // The manager's latest word counts; call-backs are many voices and are averaged.
    const first = group.reduce((latest, rating) => (rating.at > latest.at ? rating : latest), group[0]!)
    if (group.length < (first.source === 'manager' ? 1 : policy.minRatings)) continue
    // Two imaginary ratings of 3: one enthusiastic call-back does not make a master.
    const mean = (group.reduce((sum, rating) => sum + rating.rating, 0) + 6) / (group.length + 2)
    tags.push({
      repId: first.repId,
      tag: first.tag,
      level: Math.max(1, Math.min(5, Math.round(first.source === 'manager' ? first.rating : mean))),
      source: first.source,
      evidenceCount: group.length,
      lastEvidenceAt: Math.max(...group.map((rating) => rating.at)),
    })
  }
  return tags
}

/** Level 3 = reliably better than the team, 4 from 1.5 times the odds, 5 from 2.2 times. */
function levelOf(rate: number, teamRate: number): number {
  const odds = rate / (1 - rate) / (teamRate / (1 - teamRate))
  return odds >= 2.2 ? 5 : odds >= 1.5 ? 4 : 3
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
