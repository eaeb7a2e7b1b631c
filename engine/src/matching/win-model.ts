import type { OutcomeCount, WinModel } from '../model/index.ts'
import { hashParts } from '../random/index.ts'

export interface BetaBinomialOptions {
  readonly version?: string
  /** Win rate assumed before anything is known, millionths. Default 20 %. */
  readonly priorMillionths?: number
  /** Trials the level above counts for. Default 10: a cell with ten outcomes is half its own, half its prior. */
  readonly strength?: number
}

interface Tally {
  won: number
  trials: number
}

/**
 * Win probability as a rate shrunken level by level: overall → segment and rep → rep × segment (Beta-Binomial with
 * the level above as prior mean). The prior of a cell is the segment's rate moved by what the rep does better or worse
 * than everybody. Integer arithmetic only: millionths, products stay below 2^53 up to 10^9 trials.
 */
export function betaBinomialModel(
  counts: readonly OutcomeCount[],
  options: BetaBinomialOptions = {},
): WinModel {
  const strength = options.strength ?? 10
  const overall: Tally = { won: 0, trials: 0 }
  const segments = new Map<string, Tally>()
  const reps = new Map<string, Tally>()
  const cells = new Map<string, Map<string, Tally>>()
  for (const count of counts) {
    const ofRep = cells.get(count.repId) ?? new Map<string, Tally>()
    cells.set(count.repId, ofRep)
    add(overall, count)
    add(tallyIn(segments, count.segment), count)
    add(tallyIn(reps, count.repId), count)
    add(tallyIn(ofRep, count.segment), count)
  }
  const base = shrink(overall, options.priorMillionths ?? 200_000, strength)
  const memo = new Map<string, Map<string, number>>()
  const compute = (repId: string, segment: string): number => {
    const ofSegment = shrink(segments.get(segment), base, strength)
    const ofRep = shrink(reps.get(repId), base, strength)
    const prior = Math.max(1, Math.min(999_999, ofSegment + ofRep - base))
    return shrink(cells.get(repId)?.get(segment), prior, strength)
  }
  return {
    version: options.version ?? versionOf(counts, base, strength),
    probabilityMillionths(repId, segment) {
      const ofRep = memo.get(repId) ?? new Map<string, number>()
      if (ofRep.size === 0) memo.set(repId, ofRep)
      const known = ofRep.get(segment)
      if (known !== undefined) return known
      const probability = compute(repId, segment)
      ofRep.set(segment, probability)
      return probability
    },
    wonCount: (repId, segment) => cells.get(repId)?.get(segment)?.won ?? 0,
  }
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key)
  if (known !== undefined) return known
  const fresh = { won: 0, trials: 0 }
  tallies.set(key, fresh)
  return fresh
}

function add(tally: Tally, count: OutcomeCount): void {
  tally.won += count.won
  tally.trials += count.won + count.lost
}

function shrink(tally: Tally | undefined, priorMillionths: number, strength: number): number {
  const won = tally?.won ?? 0
  const trials = tally?.trials ?? 0
  if (trials + strength === 0) return priorMillionths
  return Math.floor((won * 1_000_000 + strength * priorMillionths) / (trials + strength))
}

function versionOf(counts: readonly OutcomeCount[], base: number, strength: number): string {
  const lines = counts.map((c) => `${c.repId}\u0000${c.segment}\u0000${c.won}\u0000${c.lost}`)
  // Code-unit order: the version must not depend on the order the counts were read in.
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const parts = [...lines, String(base), String(strength)]
  return `bb-${hashParts(parts, 1).toString(16).padStart(8, '0')}${hashParts(parts, 2).toString(16).padStart(8, '0')}`
}
