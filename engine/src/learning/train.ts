import { chooseColumns, timeKey } from './choose-columns.ts'
import { buildDesign, type CrossPlan, levelsOf, type Plan, planCross } from './design-of-table.ts'
import { type LeftOutColumn, type ModelDocument, sealDocument, type UnsealedDocument } from './document.ts'
import { fitBestColumn } from './fit/best-column.ts'
import { fitBetaBinomial } from './fit/beta-binomial.ts'
import type { Design, Fit } from './fit/design.ts'
import { fitHierarchicalLogit } from './fit/hierarchical-logit.ts'
import { hashFolds, splitByHash, splitByTime } from './honesty/split.ts'
import { LabelError } from './label-error.ts'
import { baseRateParts, fittedParts } from './model-parts.ts'
import { movesAlong, rateByTenth } from './rate-along-file.ts'
import { recencyWeights, timeColumn } from './recency.ts'
import type { ColumnSpec } from './table/column-spec.ts'
import { type Labels, readLabels } from './table/label.ts'
import { columnOf, type Table } from './table/table.ts'
import { againstBaseRate, againstRotation, judge, NO_VALIDATION, withoutReps } from './validate.ts'

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
  /**
   * Without `time`: where the win rate moves strongly along the file, the file may be in order of time, so a model must
   * also hold on its last quarter ('check', the default). 'ignore' where the order of the rows means nothing.
   */
  readonly fileOrder?: 'check' | 'ignore'
  /** Age in days at which a row counts half; only with a date column. Default 180. */
  readonly halfLifeDays?: number
}

/** From here on a hierarchical model; below it only shrunken rates. */
export const ENOUGH_OUTCOMES = 200
const DEFAULT_HALF_LIFE_DAYS = 180

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
  const { weight, halfLifeDays } = recencyWeights(
    when,
    labelled.length,
    request.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS,
  )
  const base = (content: Pick<UnsealedDocument, 'verdict' | 'validation'>): ModelDocument =>
    sealDocument({
      ...frame(request, labels, choice.leftOut, halfLifeDays, won),
      ...baseRateParts(won, weight),
      match: null,
      ...content,
    })

  if (labels.won + labels.lost === 0)
    return base({ verdict: { code: 'NOT_ENOUGH_OUTCOMES', used: false }, validation: NO_VALIDATION })
  if (labels.won === 0 || labels.lost === 0)
    return base({ verdict: { code: 'ONE_OUTCOME_ONLY', used: false }, validation: NO_VALIDATION })
  const few = won.length < ENOUGH_OUTCOMES
  const named = choice.specs.filter((spec) => isRole(spec, request.roles))
  const byRoles = few && named.length > 0
  const specs = byRoles ? named : choice.specs
  if (specs.length === 0) {
    const code = few ? 'NOT_ENOUGH_OUTCOMES' : 'NO_USABLE_COLUMNS'
    return base({ verdict: { code, used: false }, validation: NO_VALIDATION })
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
  const judged = judge(design, split, fitter)
  const { passed, validation } = againstBaseRate(judged, split.how)
  if (!passed) {
    const code = few ? 'NOT_ENOUGH_OUTCOMES' : 'NO_BETTER_THAN_BASE_RATE'
    return base({ verdict: { code, used: false }, validation })
  }
  if (!few && when === null && request.fileOrder !== 'ignore' && movesAlong(won)) {
    const forward = againstBaseRate(judge(design, splitByTime(Float64Array.from(won.keys())), fitter), 'time')
    if (!forward.passed) {
      return base({ verdict: { code: 'FAILS_FORWARD', used: false }, validation: forward.validation })
    }
  }
  const used = (
    model: { plan: Plan; design: Design },
    content: Pick<UnsealedDocument, 'match' | 'validation'>,
  ): ModelDocument =>
    sealDocument({
      ...frame(request, labels, choice.leftOut, halfLifeDays, won),
      ...baseRateParts(won, weight),
      ...fittedParts(
        model.plan,
        model.design,
        fitter(model.design),
        few ? 'beta-binomial' : 'hierarchical-logit',
      ),
      verdict: { code: few ? 'USED_FEW_OUTCOMES' : 'USED', used: true },
      ...content,
    })
  const rep = specs.findIndex((spec) => spec.name === request.roles?.rep)
  if (few || rep < 0 || specs.length === 1) return used({ plan, design }, { match: null, validation })
  // The leads may be predictable while it does not matter who sells: then the rep has no place in the model.
  const reduced = withoutReps(plan, design, rep)
  const leadsOnly = judge(reduced.design, split, fitter)
  const match = againstRotation(judged, leadsOnly)
  if (match.used) return used({ plan, design }, { match, validation })
  const alone = againstBaseRate(leadsOnly, split.how)
  if (alone.passed) return used(reduced, { match, validation: alone.validation })
  return base({ verdict: { code: 'NO_BETTER_THAN_BASE_RATE', used: false }, validation: alone.validation })
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

function rowsWhere(outcomes: Int8Array, keep: (outcome: number) => boolean): Int32Array {
  const rows: number[] = []
  outcomes.forEach((outcome, row) => {
    if (keep(outcome)) rows.push(row)
  })
  return Int32Array.from(rows)
}
