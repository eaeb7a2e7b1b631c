import type { Interval, LeakSign, LeftOutColumn, ModelDocument } from '@peineng/engine/learning'

const REASONS: Readonly<Record<LeftOutColumn['why'], string>> = {
  'suspected-leakage': 'suspected of being known only after the work',
  'excluded-by-user': 'excluded by --exclude',
  'time-column': 'orders the rows (--time), not a feature',
  constant: 'the same in (nearly) every row',
  identifier: 'different in (nearly) every row, so an identifier',
  'free-text': 'free text',
  empty: 'empty',
  'date-without-pattern': 'a date that spans too little to hold a pattern',
}

const VERDICTS: Readonly<Record<ModelDocument['verdict']['code'], string>> = {
  USED: 'the model is better than the base rate on rows it had not seen; it will be used',
  USED_FEW_OUTCOMES: 'fewer than 200 outcomes: shrunken rates only, and they beat the base rate',
  NOT_ENOUGH_OUTCOMES: 'not enough evidence (证据不足): fewer than 200 outcomes and no rate that holds up',
  NO_BETTER_THAN_BASE_RATE:
    'not enough evidence (证据不足): on rows it had not seen the model was no better than the base rate, so it is not used',
  FAILS_FORWARD:
    'not enough evidence (证据不足): the win rate moves along the file, and a model of its first three quarters is no better than the base rate on the last; if the order of the rows is not the order of time, say --time none',
  NO_USABLE_COLUMNS: 'not enough evidence (证据不足): no column is left to learn from',
  ONE_OUTCOME_ONLY: 'not enough evidence (证据不足): all outcomes are the same',
}

/** A model in words and figures, for the terminal. */
export function describeModel(model: ModelDocument): string {
  const { outcomes, validation } = model
  const lines = [
    `label     ${model.label.column}: ${outcomes.won} won ("${model.label.won}"), ${outcomes.lost} lost ("${model.label.lost}"), ${outcomes.open} open (no outcome yet: neither)`,
    `verdict   ${VERDICTS[model.verdict.code]}`,
    `model     ${model.kind}, version ${model.version}, base rate ${percent(model.baseRateMillionths / 1e6)}`,
  ]
  if (model.time?.halfLifeDays)
    lines.push(`time      ${model.time.column}; a row counts half after ${model.time.halfLifeDays} days`)
  if (model.match) {
    const { value, low, high } = model.match.preferredGain
    const figures = `leads with a rep it prefers won ${points(value)} [${points(low)}, ${points(high)}] points more than the leads explain; ${model.match.gainInErrors.toFixed(1)} standard errors (3 needed)`
    lines.push(
      model.match.used
        ? `match     who sells matters: ${figures}`
        : `match     not enough evidence (证据不足) that it matters who sells, so reps rotate: ${figures}`,
    )
  }
  lines.push(...movingRate(model))
  if (validation.model && validation.baseRate) {
    const { model: ours, baseRate } = validation
    lines.push(
      '',
      `Judged on ${ours.rows} rows the fit had not seen (${SPLITS[validation.how]}); intervals 95 %`,
      row('', 'model', 'base rate only'),
      row('AUC', span(ours.auc), '0.5000'),
      row('log-loss', span(ours.logLoss), span(baseRate.logLoss)),
      row('Brier', span(ours.brier), span(baseRate.brier)),
      row('ECE', span(ours.ece), span(baseRate.ece)),
      `gain over the base rate: ${validation.gain.toFixed(4)} log-loss per row, ${validation.gainInErrors.toFixed(1)} standard errors (3 needed)`,
    )
    if (model.verdict.used) {
      lines.push('', 'Calibration: predicted → observed (rows)')
      for (const bin of ours.calibration) {
        if (bin.rows === 0) continue
        lines.push(
          `  ${percent(bin.meanPredicted).padStart(7)} → ${percent(bin.observed).padStart(7)}  (${bin.rows})`,
        )
      }
    }
  }
  lines.push(...describeTerms(model), ...describeLeftOut(model.leftOut))
  return `${lines.join('\n')}\n`
}

/** A win rate that moves along the file is worth a sentence: a split that mixes times then flatters the model. */
function movingRate(model: ModelDocument): string[] {
  if (model.rateByTenth.length === 0 || model.time !== null) return []
  const low = Math.min(...model.rateByTenth) / 1e6
  const high = Math.max(...model.rateByTenth) / 1e6
  if (high - low < 0.05 || high < 2 * low) return []
  return [
    `note      the win rate moves along the file (${percent(low)} to ${percent(high)} by tenths). If the rows stand in order of time,`,
    '          judge with --time row: the future then decides, not a mixture of times',
  ]
}

const SPLITS: Readonly<Record<ModelDocument['validation']['how'], string>> = {
  time: 'the last quarter by time',
  'hash-folds': 'five folds by row hash',
  'hash-holdout': 'part of the rows by row hash',
  none: 'no split',
}

function describeTerms(model: ModelDocument): string[] {
  if (model.terms.length === 0) return []
  const terms = [...model.terms].sort(
    (a, b) => b.priorDeviationMicro + Math.abs(b.slopeMicro) - a.priorDeviationMicro - Math.abs(a.slopeMicro),
  )
  return [
    '',
    'Columns used, by how much their values differ (logits)',
    ...terms.map((term) => {
      const part = term.spec.kind === 'date' ? ` (${term.spec.part})` : ''
      const slope = term.slopeAt >= 0 ? `, slope ${(term.slopeMicro / 1e6).toFixed(2)}` : ''
      const sentinel =
        term.spec.kind === 'number' && term.spec.sentinels.length > 0
          ? `; ${term.spec.sentinels.join(', ')} stands apart and is taken as "never / unknown"`
          : ''
      return `  ${(term.priorDeviationMicro / 1e6).toFixed(2)}  ${term.spec.name}${part}${slope}${sentinel}`
    }),
    ...model.crosses.map((cross) => {
      const names = [cross.left, cross.right].map((at) => model.terms[at]?.spec.name)
      return `  ${(cross.priorDeviationMicro / 1e6).toFixed(2)}  ${names.join(' × ')}`
    }),
  ]
}

function describeLeftOut(leftOut: readonly LeftOutColumn[]): string[] {
  const suspects = leftOut.filter((column) => column.why === 'suspected-leakage')
  const others = leftOut.filter((column) => column.why !== 'suspected-leakage')
  const lines: string[] = []
  if (suspects.length > 0) {
    lines.push(
      '',
      'LEFT OUT as suspected leakage (known only after the work?). Known at arrival? Confirm with --include "name"',
    )
    for (const column of suspects)
      lines.push(`  ${column.name}: ${column.signs.map(describeSign).join('; ')}`)
  }
  if (others.length > 0) {
    lines.push('', 'Left out for other reasons')
    for (const column of others) lines.push(`  ${column.name}: ${REASONS[column.why]}`)
  }
  return lines
}

function describeSign({ reason, figures }: LeakSign): string {
  const share = (key: string): string => percent(Number(figures[key]))
  switch (reason) {
    case 'implausible-power':
      return `alone it ranks ${share('auc')} of won/lost pairs rightly, too good to be known before`
    case 'filled-after-outcome':
      return `rows where it is filled win ${share('filledRate')}, where it is empty ${share('emptyRate')}: being filled is part of the outcome`
    case 'empty-while-open':
      return `filled on ${share('filledClosed')} of closed but ${share('filledOpen')} of open rows: filled on closing`
    case 'named-after-the-fact':
      return `"${figures['word']}" names a later state, and alone it ranks ${share('auc')} of pairs rightly`
    case 'filling-switched':
      return `filled on ${share('lowest')} of rows at one time and ${share('highest')} at another: not part of the intake`
  }
}

function row(name: string, ours: string, base: string): string {
  return `  ${name.padEnd(9)} ${ours.padEnd(26)} ${base}`
}

export function span(interval: Interval): string {
  return `${interval.value.toFixed(4)} [${interval.low.toFixed(4)}, ${interval.high.toFixed(4)}]`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function points(share: number): string {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`
}
