import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errorsCsv, expectedText, type ImportRow } from '../../intake/index.ts'
import type { Database } from '../../platform/database/index.ts'
import type { CommandIo } from '../command.ts'

/** Says what a run came to: mapping, counts, repairs, remarks; problems into a file where one is named. */
export async function describeRun(
  database: Database,
  tenantId: string,
  row: ImportRow,
  dryRun: boolean,
  io: CommandIo,
  errorsPath: string | undefined,
): Promise<void> {
  const report = dryRun ? row.dryRun : row.result
  const lines = [
    `${row.fileName}: ${row.kind}, ${describeFormat(row)}`,
    ...row.columns.map((column) => {
      const field = row.mapping.columns[column.column] ?? null
      return `  ${column.header} → ${field ?? '(left out)'}${field === column.field && field !== null ? ` (${column.confidence} %)` : ''}`
    }),
  ]
  if (row.problem !== null) lines.push(`stopped: ${expectedText(row.problem.message, 'en')}`)
  if (report !== null) {
    const { rows, created, unchanged, changed, duplicates, failed, warnings } = report.counts
    lines.push(
      `${dryRun ? 'dry run, nothing kept: ' : ''}${rows} rows, ${created} new, ${unchanged} unchanged, ${changed} changed since and left, ` +
        `${duplicates} known already, ${failed} refused, ${warnings} warnings`,
      ...report.repairs.map((r) => `  repaired ${r.field}: ${r.given} → ${r.used} (${r.count} ×)`),
      ...report.notes.map((n) => `  ${n.code}: ${n.values.join(', ')}`),
      ...Object.entries(report.problems).map(([code, count]) => `  ${code}: ${count}`),
    )
  }
  io.stdout(`${lines.join('\n')}\n`)
  if (errorsPath === undefined) return
  await pipeline(
    Readable.from(errorsCsv(database, tenantId, row.id, 'en')),
    createWriteStream(resolve(io.cwd, errorsPath)),
  )
}

function describeFormat({ format }: ImportRow): string {
  if (format === null) return 'unread'
  if (format.type === 'xlsx') return `workbook, sheet ${format.sheet ?? ''}`
  const delimiter = format.delimiter === '\t' ? 'tab' : format.delimiter
  return `${format.encoding ?? ''}${format.byteOrderMark ? ' with byte order mark' : ''}, separated by ${delimiter ?? ''}`
}
