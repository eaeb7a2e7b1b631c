import type { ModelDocument } from './document.ts'
import { pairedGain } from './honesty/gate.ts'
import { rowScorer } from './inference/row-scorer.ts'
import { readLabels } from './table/label.ts'
import { columnOf, type Table } from './table/table.ts'

/** Two versions on the same outcomes. Fair only on rows neither was trained on: the newest ones. */
export interface ModelComparison {
  readonly outcomes: number
  /** Mean gain in log-loss per row of the candidate over the current model, and its distance from nothing. */
  readonly gain: number
  readonly gainInErrors: number
  /** Beyond two standard errors either way; otherwise keep what is there. */
  readonly better: 'candidate' | 'current' | 'undecided'
}

/** Compares a candidate with the model in use, before switching or rolling back. No outcomes: undecided. */
export function compareModels(
  current: ModelDocument,
  candidate: ModelDocument,
  table: Table,
): ModelComparison {
  const labels = readLabels(columnOf(table, candidate.label.column) ?? [])
  const rows =
    'problem' in labels ? [] : [...labels.outcomes.keys()].filter((row) => labels.outcomes[row]! >= 0)
  const won = Uint8Array.from(rows, (row) => ('problem' in labels ? 0 : labels.outcomes[row]!))
  const predict = (model: ModelDocument): Float64Array => {
    const scorer = rowScorer(model)
    return Float64Array.from(
      rows,
      (row) => scorer.score((name) => columnOf(table, name)?.[row]).probability / 1e6,
    )
  }
  const { gain, gainInErrors } = pairedGain(won, predict(candidate), predict(current))
  return {
    outcomes: rows.length,
    gain,
    gainInErrors,
    better: gainInErrors > 2 ? 'candidate' : gainInErrors < -2 ? 'current' : 'undecided',
  }
}
