import { chooseColumns, timeKey } from './choose-columns.ts'
import {
  buildDesign,
  type CrossPlan,
  levelsOf,
  type Plan,
  planCross,
  predictLogits,
} from './design-of-table.ts'
import {
  type LeftOutColumn,
  type ModelDocument,
  sealDocument,
  type UnsealedDocument,
  type Validation,
} from './document.ts'
import { fitBestColumn } from './fit/best-column.ts'
import { fitBetaBinomial } from './fit/beta-binomial.ts'
import { type Design, type Fit, subsetDesign } from './fit/design.ts'
import { fitHierarchicalLogit } from './fit/hierarchical-logit.ts'
import { logistic } from './fit/logistic.ts'
import { passGate } from './honesty/gate.ts'
import { hashFolds, type Split, splitByHash, splitByTime } from './honesty/split.ts'
import { baseRateParts, fittedParts } from './model-parts.ts'
import type { ColumnSpec } from './table/column-spec.ts'
import { type Labels, readLabels } from './table/label.ts'
import { columnOf, type Table } from './table/table.ts'

/** Columns with a meaning for assignment; rep × segment gets an interaction of its own. */
export interface Roles {
  readonly rep?: string
  readonly segment?: string
}

export interface TrainRequest {
  readonly table: Table
  readonly label: string
  readonly exclude?: readonly string[]
  readonly include?: readonly string[]
  /** Orders the rows: the last quarter judges, and older rows weigh less. A date or a running number. */
  readonly time?: string | null
  readonly roles?: Roles
  /** Age in days at which a row counts half; only with a date column. Default 180. */
  readonly halfLifeDays?: number
}

/** From here on a hierarchical model; below it only shrunken rates. */
export const ENOUGH_OUTCOMES = 200
const DEFAULT_HALF_LIFE_DAYS = 180
/** Pseudo-column: the order of the file is the order of time. */
export const ROW_ORDER = 'row'
const BOOTSTRAP_SEED = 20_240_101

/**
 * Trains a win-probability model and decides whether it may be used. Never throws for poor data: where nothing can be
 * learned the document is the base rate and says why. Throws only where the label column does not exist or does not
 * read as won/lost (`LabelError`). Deterministic: same table, same document, same hash.
 */
export function trainModel(request: TrainRequest): ModelDocument {
  const { table } = request
  const texts = columnOf(table, request.label)
  if (!texts)
    throw new LabelError(`there is no column "${request.label}"; columns: ${table.columns.join(', ')}`)
  const labels = readLabels(texts)
  if ('problem' in labels) throw new LabelError(`column "${request.label}": ${labels.problem}`)
  const labelled = rowsWhere(labels.outcomes, (outcome) => outcome >= 0)
  const open = rowsWhere(labels.outcomes, (outcome) => outcome < 0)
  const won = Uint8Array.from(labelled, (row) => labels.outcomes[row]!)
  const fold = hashFolds(table, labelled, request.label)
  const time = request.time ?? null
  const timeTexts = time === null ? null : timeColumn(table, time)
  const choice = chooseColumns({
    table,
    label: request.label,
    time,
    exclude: request.exclude ?? [],
    include: request.include ?? [],
    labelled,
    open,
    won,
    fold,
  })
  const when = timeTexts === null ? null : Float64Array.from(labelled, (row) => timeKey(timeTexts[row]!))
  const { weight, halfLifeDays } = recency(
    when,
    labelled.length,
    request.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS,
  )
  const base = (content: Pick<UnsealedDocument, 'verdict' | 'validation'>): ModelDocument =>
    sealDocument({
      ...frame(request, labels, choice.leftOut, halfLifeDays, won),
      ...baseRateParts(won, weight),
      ...content,
    })

  if (labels.won + labels.lost === 0)
    return base({ verdict: { code: 'NOT_ENOUGH_OUTCOMES', used: false }, validation: NONE })
  if (labels.won === 0 || labels.lost === 0)
    return base({ verdict: { code: 'ONE_OUTCOME_ONLY', used: false }, validation: NONE })
  const few = won.length < ENOUGH_OUTCOMES
  const named = choice.specs.filter((spec) => isRole(spec, request.roles))
  const byRoles = few && named.length > 0
  const specs = byRoles ? named : choice.specs
  if (specs.length === 0) {
    const code = few ? 'NOT_ENOUGH_OUTCOMES' : 'NO_USABLE_COLUMNS'
    return base({ verdict: { code, used: false }, validation: NONE })
  }
  const levels = levelsOf(specs, table, labelled)
  const plan: Plan = {
    specs,
    linear: few ? [] : specs.flatMap((spec, at) => (spec.kind === 'number' && spec.scale > 0 ? [at] : [])),
    crosses: roleCross(specs, levels, request.roles),
  }
  const design = buildDesign(plan, levels, table, labelled, won, weight)
  const split = when === null ? splitByHash(fold) : splitByTime(when)
  const rates = byRoles ? (part: Design): Fit => fitBetaBinomial(part, specs.length) : fitBestColumn
  const fitter = few ? rates : fitHierarchicalLogit
  const judged = validate(design, split, fitter)
  if (!judged.passed) {
    const code = few ? 'NOT_ENOUGH_OUTCOMES' : 'NO_BETTER_THAN_BASE_RATE'
    return base({ verdict: { code, used: false }, validation: judged.validation })
  }
  return sealDocument({
    ...frame(request, labels, choice.leftOut, halfLifeDays, won),
    ...baseRateParts(won, weight),
    ...fittedParts(plan, design, fitter(design), few ? 'beta-binomial' : 'hierarchical-logit'),
    verdict: { code: few ? 'USED_FEW_OUTCOMES' : 'USED', used: true },
    validation: judged.validation,
  })
}

/** The request cannot be served as asked: the message says what would be right. */
export class LabelError extends Error {
  override readonly name = 'LabelError'
}

const NONE: Validation = { how: 'none', model: null, baseRate: null, gain: 0, gainInErrors: 0 }

/** "row" without a column of that name: the rows stand in order of time already. */
function timeColumn(table: Table, time: string): readonly string[] {
  const texts = columnOf(table, time)
  if (texts) return texts
  if (time === ROW_ORDER) return Array.from({ length: table.rows }, (_, row) => String(row))
  throw new LabelError(
    `there is no time column "${time}" (write "${ROW_ORDER}" if the rows stand in order of time)`,
  )
}

/** Every judged row is predicted by a fit that never saw it. */
function validate(
  design: Design,
  split: Split,
  fitter: (part: Design) => Fit,
): { passed: boolean; validation: Validation } {
  const rows: number[] = []
  const probability: number[] = []
  const baseRate: number[] = []
  for (const part of split.parts) {
    const training = subsetDesign(design, part.train)
    const test = subsetDesign(design, part.test)
    const base = weightedRate(training)
    const logits = predictLogits(test, fitter(training))
    for (let i = 0; i < test.rows; i++) {
      rows.push(part.test[i]!)
      probability.push(logistic(logits[i]!))
      baseRate.push(base)
    }
  }
  const won = Uint8Array.from(rows, (row) => design.won[row]!)
  const gate = passGate(won, Float64Array.from(probability), Float64Array.from(baseRate), BOOTSTRAP_SEED)
  return {
    passed: gate.passed,
    validation: {
      how: split.how,
      model: gate.model,
      baseRate: gate.baseRate,
      gain: gate.gain,
      gainInErrors: gate.gainInErrors,
    },
  }
}

function weightedRate(design: Design): number {
  let wins = 0
  let total = 0
  for (let row = 0; row < design.rows; row++) {
    wins += design.weight[row]! * design.won[row]!
    total += design.weight[row]!
  }
  return (wins + 0.5) / (total + 1)
}

/** Weights ½^(age / half-life) with age from the newest row; running numbers have no age, so they weigh the same. */
function recency(
  when: Float64Array | null,
  rows: number,
  halfLifeDays: number,
): { weight: Float64Array; halfLifeDays: number | null } {
  const newest = when === null ? 0 : when.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  // Epoch milliseconds of any business date are above 10^11 (1973); running numbers of leads are not.
  if (when === null || newest < 1e11) return { weight: new Float64Array(rows).fill(1), halfLifeDays: null }
  const weight = Float64Array.from(when, (time) => {
    const age = Number.isFinite(time) ? (newest - time) / 86_400_000 : 4 * halfLifeDays
    return 2 ** (-Math.max(0, age) / halfLifeDays)
  })
  return { weight, halfLifeDays }
}

function roleCross(
  specs: readonly ColumnSpec[],
  levels: readonly Int32Array[],
  roles: Roles | undefined,
): CrossPlan[] {
  const rep = specs.findIndex((spec) => spec.name === roles?.rep)
  const segment = specs.findIndex((spec) => spec.name === roles?.segment)
  return rep >= 0 && segment >= 0 ? [planCross(specs, levels, rep, segment)] : []
}

function isRole(spec: ColumnSpec, roles: Roles | undefined): boolean {
  return spec.name === roles?.rep || spec.name === roles?.segment
}

function frame(
  request: TrainRequest,
  labels: Labels,
  leftOut: readonly LeftOutColumn[],
  halfLifeDays: number | null,
  won: Uint8Array,
) {
  const time = request.time ?? null
  return {
    format: 'peineng-win-model' as const,
    formatVersion: 1 as const,
    label: { column: request.label, won: labels.wonText, lost: labels.lostText },
    outcomes: {
      won: labels.won,
      lost: labels.lost,
      open: labels.open.reduce((sum, entry) => sum + entry.rows, 0),
    },
    time: time === null ? null : { column: time, halfLifeDays },
    leftOut,
    rateByTenth: rateByTenth(won),
  }
}

/** Win rate of each tenth of the file, in millionths: shows a base rate that moves with time. Empty below 200 rows. */
function rateByTenth(won: Uint8Array): number[] {
  if (won.length < 200) return []
  return Array.from({ length: 10 }, (_, tenth) => {
    const part = won.subarray(
      Math.floor((tenth * won.length) / 10),
      Math.floor(((tenth + 1) * won.length) / 10),
    )
    return Math.round((part.reduce((sum, w) => sum + w, 0) / part.length) * 1_000_000)
  })
}

function rowsWhere(outcomes: Int8Array, keep: (outcome: number) => boolean): Int32Array {
  const rows: number[] = []
  outcomes.forEach((outcome, row) => {
    if (keep(outcome)) rows.push(row)
  })
  return Int32Array.from(rows)
}
