import { soundsAfterTheFact } from './after-the-fact-words.ts'
import { auc } from './metrics.ts'

export type LeakReason =
  | 'implausible-power'
  | 'filled-after-outcome'
  | 'empty-while-open'
  | 'named-after-the-fact'
  | 'filling-switched'

/** One sign that a column is known only after the work, with the figures that show it. */
export interface LeakSign {
  readonly reason: LeakReason
  readonly figures: Readonly<Record<string, number | string>>
}

/** What is looked at for one column, over labelled rows unless said otherwise. */
export interface ColumnEvidence {
  readonly name: string
  readonly won: Uint8Array
  readonly fold: Uint8Array
  /** Level per row under the column's spec. */
  readonly level: Int32Array
  readonly levels: number
  readonly missing: Uint8Array
  /** The same for open (censored) rows; empty where every row has an outcome. */
  readonly missingOpen: Uint8Array
  /** Labelled rows in the order they arrived, as far as known (time column, else a running number, else the file). */
  readonly arrival: Int32Array
}

// One column that alone ranks 85 of 100 won/lost pairs rightly is rarer in honest intake data than a column that was
// written by whoever saw the outcome; a form that good would have made the sales team superfluous.
const IMPLAUSIBLE_AUC = 0.85
const PRESENCE_AUC = 0.6
const NAMED_AUC = 0.6
const SWITCH_RANGE = 0.6
const MIN_MISSING_SHARE = 0.02

/** All signs found; an empty list means the column may be used. */
export function leakSigns(column: ColumnEvidence): LeakSign[] {
  const signs: LeakSign[] = []
  const rows = column.won.length
  const wins = column.won.reduce((sum, w) => sum + w, 0)
  if (rows < 50 || wins < 10 || rows - wins < 10) return openSigns(column)
  const nullError = Math.sqrt((rows + 1) / (12 * wins * (rows - wins)))
  const alone = auc(column.won, crossFittedRates(column))
  if (alone >= IMPLAUSIBLE_AUC && alone - 2 * nullError > 0.75) {
    signs.push({ reason: 'implausible-power', figures: { auc: round(alone) } })
  }
  const presence = presencePower(column)
  if (presence !== null && presence.auc >= PRESENCE_AUC && presence.auc - 0.5 > 6 * nullError) {
    signs.push({
      reason: 'filled-after-outcome',
      figures: {
        auc: round(presence.auc),
        filledRate: round(presence.filledRate),
        emptyRate: round(presence.emptyRate),
      },
    })
  }
  signs.push(...openSigns(column))
  const word = soundsAfterTheFact(column.name)
  if (word !== null && alone >= NAMED_AUC && alone - 0.5 > 6 * nullError) {
    signs.push({ reason: 'named-after-the-fact', figures: { auc: round(alone), word } })
  }
  const filling = fillingRange(column)
  if (filling.high - filling.low >= SWITCH_RANGE) {
    signs.push({
      reason: 'filling-switched',
      figures: { lowest: round(filling.low), highest: round(filling.high) },
    })
  }
  return signs
}

/** Shrunken win rate of each row's level, learnt on the other folds only. */
function crossFittedRates({ won, fold, level, levels }: ColumnEvidence): Float64Array {
  const folds = fold.reduce((most, own) => Math.max(most, own), 0) + 1
  const trials = new Float64Array(folds * levels)
  const wins = new Float64Array(folds * levels)
  for (let row = 0; row < won.length; row++) {
    trials[fold[row]! * levels + level[row]!]!++
    wins[fold[row]! * levels + level[row]!]! += won[row]!
  }
  const rate = new Float64Array(folds * levels)
  const totalTrials = new Float64Array(levels)
  const totalWins = new Float64Array(levels)
  for (let at = 0; at < folds * levels; at++) {
    totalTrials[at % levels]! += trials[at]!
    totalWins[at % levels]! += wins[at]!
  }
  // One base rate for all folds: a base per fold would rank the folds against each other by their own outcomes.
  const base = totalWins.reduce((a, b) => a + b, 0) / won.length
  for (let at = 0; at < folds * levels; at++) {
    const n = totalTrials[at % levels]! - trials[at]!
    rate[at] = (totalWins[at % levels]! - wins[at]! + 10 * base) / (n + 10)
  }
  return Float64Array.from(won, (_, row) => rate[fold[row]! * levels + level[row]!]!)
}

function presencePower({
  won,
  missing,
}: ColumnEvidence): { auc: number; filledRate: number; emptyRate: number } | null {
  let empty = 0
  let emptyWins = 0
  let wins = 0
  for (let row = 0; row < won.length; row++) {
    wins += won[row]!
    if (missing[row] === 1) {
      empty++
      emptyWins += won[row]!
    }
  }
  const filled = won.length - empty
  if (empty < MIN_MISSING_SHARE * won.length || filled < MIN_MISSING_SHARE * won.length) return null
  const emptyAmongWon = emptyWins / wins
  const emptyAmongLost = (empty - emptyWins) / (won.length - wins)
  return {
    auc: 0.5 + Math.abs(emptyAmongLost - emptyAmongWon) / 2,
    filledRate: (wins - emptyWins) / filled,
    emptyRate: emptyWins / empty,
  }
}

/** Filled on closed work, empty on open work: somebody fills it when closing. */
function openSigns({ missing, missingOpen }: ColumnEvidence): LeakSign[] {
  if (missingOpen.length < 20 || missing.length < 20) return []
  const filledClosed = 1 - mean(missing)
  const filledOpen = 1 - mean(missingOpen)
  if (filledClosed - filledOpen < 0.3) return []
  return [
    {
      reason: 'empty-while-open',
      figures: { filledClosed: round(filledClosed), filledOpen: round(filledOpen) },
    },
  ]
}

/** Lowest and highest share filled over tenths of the arrival order: a process switched on or off, not the intake. */
function fillingRange({ missing, arrival }: ColumnEvidence): { low: number; high: number } {
  let low = 1
  let high = 0
  for (let tenth = 0; tenth < 10; tenth++) {
    const from = Math.floor((tenth * arrival.length) / 10)
    const to = Math.floor(((tenth + 1) * arrival.length) / 10)
    if (to - from < 20) return { low: 0, high: 0 }
    let filled = 0
    for (let at = from; at < to; at++) filled += 1 - missing[arrival[at]!]!
    low = Math.min(low, filled / (to - from))
    high = Math.max(high, filled / (to - from))
  }
  return { low, high }
}

function mean(values: Uint8Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
