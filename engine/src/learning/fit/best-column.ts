import { fitBetaBinomial } from './beta-binomial.ts'
import type { Design, Fit } from './design.ts'

/**
 * With few outcomes and no roles named: shrunken rates of the one column that tells most, all others at nothing. Adding
 * up several columns would count the same evidence twice. The choice is part of the fit, so a validation that fits anew
 * on each part judges the choosing too. Score: Σ gap²/n − (levels − 1)·p(1−p), what a level spread exceeds chance by.
 */
export function fitBestColumn(design: Design): Fit {
  const rate = design.won.reduce((sum, won) => sum + won, 0) / Math.max(1, design.rows)
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  design.groups.forEach((group, g) => {
    const trials = new Float64Array(group.levels)
    const gap = new Float64Array(group.levels)
    for (let row = 0; row < design.rows; row++) {
      const level = group.index[row]!
      if (level < 0) continue
      trials[level]!++
      gap[level]! += design.won[row]! - rate
    }
    let score = 0
    trials.forEach((n, level) => {
      if (n > 0) score += (gap[level]! * gap[level]!) / n - rate * (1 - rate)
    })
    if (score > bestScore) {
      best = g
      bestScore = score
    }
  })
  const alone = fitBetaBinomial({ ...design, groups: [design.groups[best]!] }, 1)
  const spread = <T>(own: T, none: (levels: number) => T): T[] =>
    design.groups.map((group, g) => (g === best ? own : none(group.levels)))
  return {
    ...alone,
    effects: spread(alone.effects[0]!, (levels) => new Float64Array(levels)),
    effectVariance: spread(alone.effectVariance[0]!, (levels) => new Float64Array(levels)),
    groupVariance: Float64Array.from(design.groups, (_, g) => (g === best ? alone.groupVariance[0]! : 0)),
    denseStart: new Int32Array(design.groups.length).fill(-1),
  }
}
