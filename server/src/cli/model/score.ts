import { writeFile } from 'node:fs/promises'
import { checkDrift, columnOf, measure, readLabels, rowScorer, type Table } from '@peineng/engine/learning'
import Papa from 'papaparse'
import { type CommandIo, UsageError } from '../command.ts'
import { span } from './describe-model.ts'
import { needed, pathOf, readOptions } from './options.ts'
import { readTable } from './read-table.ts'
import { loadModel } from './show.ts'

const ADDED = ['probability', 'probability_low', 'probability_high']

/** Writes the rows as they came, in order, with a probability and its 95 % interval behind each. */
export async function scoreFile(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args, ['model', 'data', 'out'])
  const model = await loadModel(io, needed(options, 'model'))
  const out = needed(options, 'out')
  const { table, delimiter, byteOrderMark } = await readTable(pathOf(io, needed(options, 'data')))
  const taken = ADDED.find((name) => table.columns.includes(name))
  if (taken !== undefined) throw new UsageError(`the data already has a column "${taken}"`)
  const absent = [...new Set(model.terms.map((term) => term.spec.name))].filter(
    (name) => !table.columns.includes(name),
  )
  if (absent.length > 0)
    io.stderr(`note: the data lacks ${absent.join(', ')}; taken as missing in every row\n`)
  const scorer = rowScorer(model)
  const at = new Map(table.columns.map((name, column) => [name, column]))
  const probability = new Float64Array(table.rows)
  const rows: string[][] = [[...table.columns, ...ADDED]]
  for (let row = 0; row < table.rows; row++) {
    const scored = scorer.score((name) => table.values[at.get(name) ?? -1]?.[row])
    probability[row] = scored.probability / 1e6
    rows.push([
      ...table.values.map((values) => values[row]!),
      ...[scored.probability, scored.low, scored.high].map(decimal),
    ])
  }
  const text = Papa.unparse(rows, { delimiter, newline: '\n' })
  await writeFile(pathOf(io, out), `${byteOrderMark ? '\ufeff' : ''}${text}\n`)
  io.stdout(`wrote ${out}: ${table.rows} rows, model ${model.kind} ${model.version}\n`)
  if (!model.verdict.used) io.stdout('not enough evidence (证据不足): every row carries the base rate\n')
  reportOutcomes(table, model.label.column, probability, io)
  return 0
}

/** Where the new rows carry outcomes already, say how good the model was on them and whether the world moved. */
function reportOutcomes(table: Table, label: string, probability: Float64Array, io: CommandIo): void {
  const texts = columnOf(table, label)
  if (!texts) return
  const labels = readLabels(texts)
  if ('problem' in labels || labels.won + labels.lost < 50) return
  const rows = [...labels.outcomes.keys()].filter((row) => labels.outcomes[row]! >= 0)
  const won = Uint8Array.from(rows, (row) => labels.outcomes[row]!)
  const predicted = Float64Array.from(rows, (row) => probability[row]!)
  const metrics = measure(won, predicted)
  io.stdout(
    `outcomes in "${label}": ${rows.length} rows; AUC ${span(metrics.auc)}, log-loss ${span(metrics.logLoss)}, Brier ${span(metrics.brier)}, ECE ${span(metrics.ece)}\n`,
  )
  const drift = checkDrift(won, predicted)
  const figures = `${drift.observedWins} won, ${drift.expectedWins.toFixed(1)} expected, ${drift.errors.toFixed(1)} standard errors apart`
  io.stdout(drift.alarm ? `DRIFT (漂移): ${figures}; train again\n` : `no drift: ${figures}\n`)
}

function decimal(millionths: number): string {
  return (millionths / 1e6).toFixed(6)
}
