import { chooseColumns } from '../choose-columns.ts'
import { buildDesign, levelsOf, type Plan, predictLogits } from '../design-of-table.ts'
import { fitHierarchicalLogit } from '../fit/hierarchical-logit.ts'
import { logistic } from '../fit/logistic.ts'
import { hashFolds } from '../honesty/split.ts'
import { levelKey } from '../table/cell.ts'
import type { CategorySpec } from '../table/column-spec.ts'
import { inferSpec } from '../table/infer-spec.ts'
import { readLabels } from '../table/label.ts'
import { columnOf, type Table } from '../table/table.ts'

/** 战力值: what a rep wins, split into the leads they were given and what they made of them. Shares in 0…1. */
export interface RepStrength {
  readonly repId: string
  readonly outcomes: number
  readonly rawRate: number
  /** Above 0: the leads were easier to win than the team's average lead. */
  readonly betterLeads: number
  /** Above 0: sold better than an average rep would have, on the team's mix of leads; with its 95 % interval. */
  readonly soldBetter: number
  readonly soldBetterLow: number
  readonly soldBetterHigh: number
  /** 50 = average, 10 points = one standard deviation between reps as the data show it; with interval. */
  readonly score: number
  readonly scoreLow: number
  readonly scoreHigh: number
  /** The interval of `soldBetter` does not contain 0. */
  readonly known: boolean
}

export interface StrengthRequest {
  readonly table: Table
  readonly label: string
  readonly rep: string
  readonly exclude?: readonly string[]
  readonly include?: readonly string[]
}

/** Below a spread of 0.05 logits between reps they are alike; the score scale is not stretched to pretend otherwise. */
const LEAST_SPREAD = 0.05

/**
 * Luck-adjusted strength by partial pooling: one hierarchical model with lead columns and a rep effect; a rep's raw rate
 * is compared with what an average rep would have won on the same leads. Columns suspected of leakage stay out, else
 * "sold better" would be explained away by its own traces. Empty where the label does not read. Sorted by rep.
 */
export function repStrengths(request: StrengthRequest): RepStrength[] {
  const { table } = request
  const texts = columnOf(table, request.label)
  const reps = columnOf(table, request.rep)
  const labels = texts && readLabels(texts)
  if (!reps || !labels || 'problem' in labels || labels.won === 0 || labels.lost === 0) return []
  const closed = [...labels.outcomes.keys()].filter(
    (row) => labels.outcomes[row]! >= 0 && levelKey(reps[row]!) !== '',
  )
  const labelled = Int32Array.from(closed)
  const open = Int32Array.from([...labels.outcomes.keys()].filter((row) => labels.outcomes[row]! < 0))
  const won = Uint8Array.from(labelled, (row) => labels.outcomes[row]!)
  const choice = chooseColumns({
    table,
    label: request.label,
    time: null,
    exclude: [...(request.exclude ?? []), request.rep],
    include: request.include ?? [],
    labelled,
    open,
    won,
    fold: hashFolds(table, labelled, request.label),
  })
  const repSpec = everyRep(
    request.rep,
    Array.from(labelled, (row) => reps[row]!),
  )
  const specs = [repSpec, ...choice.specs]
  const levels = levelsOf(specs, table, labelled)
  const plan: Plan = {
    specs,
    linear: specs.flatMap((spec, at) => (spec.kind === 'number' && spec.scale > 0 ? [at] : [])),
    crosses: [],
  }
  const design = buildDesign(plan, levels, table, labelled, won, new Float64Array(labelled.length).fill(1))
  const fit = fitHierarchicalLogit(design, { maxRounds: 20 })
  const effect = fit.effects[0]!
  const variance = fit.effectVariance[0]!
  const lead = predictLogits(design, fit).map((logit, row) => logit - effect[levels[0]![row]!]!)
  const average = centreOf(effect, repSpec.levels.length)
  const byAverageRep = lead.map((logit) => logistic(logit + average))
  const teamLeads = mean(byAverageRep)
  const spread = Math.max(LEAST_SPREAD, Math.sqrt(fit.groupVariance[0]!))
  const winsAt = (repEffect: number): number => mean(lead.map((logit) => logistic(logit + repEffect)))
  return repSpec.levels
    .map((_key, at): RepStrength => {
      const level = at + 2
      const own = [...levels[0]!.keys()].filter((row) => levels[0]![row] === level)
      const reach = 1.96 * Math.sqrt(variance[level]!)
      const relative = effect[level]! - average
      const low = winsAt(effect[level]! - reach) - teamLeads
      const high = winsAt(effect[level]! + reach) - teamLeads
      return {
        repId: reps[labelled[own[0]!]!]!.trim(),
        outcomes: own.length,
        rawRate: mean(own.map((row) => won[row]!)),
        betterLeads: mean(own.map((row) => byAverageRep[row]!)) - teamLeads,
        soldBetter: winsAt(effect[level]!) - teamLeads,
        soldBetterLow: low,
        soldBetterHigh: high,
        score: 50 + (10 * relative) / spread,
        scoreLow: 50 + (10 * (relative - reach)) / spread,
        scoreHigh: 50 + (10 * (relative + reach)) / spread,
        known: low > 0 || high < 0,
      }
    })
    .sort((a, b) => (a.repId < b.repId ? -1 : 1))
}

/** Every rep has a level, however few their outcomes: shrinkage deals with few, a person is never "other". */
function everyRep(name: string, texts: readonly string[]): CategorySpec {
  const inferred = inferSpec(name, texts).specs[0]
  const keys = [...new Set(texts.map(levelKey))].sort()
  const known = inferred?.kind === 'category' ? inferred.levels : []
  return { kind: 'category', name, levels: [...known, ...keys.filter((key) => !known.includes(key))] }
}

function centreOf(effect: Float64Array, reps: number): number {
  let sum = 0
  for (let rep = 0; rep < reps; rep++) sum += effect[rep + 2]!
  return reps > 0 ? sum / reps : 0
}

function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return values.length > 0 ? sum / values.length : 0
}
