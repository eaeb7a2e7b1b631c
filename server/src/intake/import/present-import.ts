import { z } from 'zod'
import type { Language } from '../../platform/http/index.ts'
import { expectedText } from './errors-csv.ts'
import { importKinds } from './kinds.ts'
import { mappingDocument } from './mapping-document.ts'
import type { ImportRow } from './store.ts'

const text = z.string().nullable()
const counts = z.object({
  rows: z.number(),
  created: z.number(),
  unchanged: z.number().describe('imported before, unchanged'),
  changed: z.number().describe('imported before, different now; left as they were'),
  duplicates: z.number().describe('known already; not made again'),
  failed: z.number(),
  warnings: z.number(),
})
const report = z.object({
  counts,
  repairs: z
    .array(
      z.object({
        field: z.string(),
        given: z.string(),
        used: z.string(),
        how: z.string(),
        count: z.number(),
      }),
    )
    .describe('values that were read as something else'),
  notes: z.array(z.object({ code: z.string(), values: z.array(z.string()) })),
  problems: z.record(z.string(), z.number()).describe('problems by code'),
  undone: z.object({ removed: z.number(), kept: z.number() }).optional(),
})

export const importShape = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  fileSize: z.number(),
  state: z.enum(['ready', 'working', 'done', 'failed', 'undone']),
  task: z.enum(['dry_run', 'import', 'undo']).nullable(),
  format: z
    .object({
      type: z.enum(['csv', 'xlsx']),
      encoding: text,
      byteOrderMark: z.boolean(),
      delimiter: text,
      sheets: z.array(z.string()),
      sheet: text,
    })
    .nullable(),
  columns: z.array(
    z.object({
      column: z.number(),
      header: z.string(),
      field: text,
      confidence: z.number().describe('percent'),
      match: z.enum(['name', 'alias', 'similar', 'values', 'remembered', 'none']),
      samples: z.array(z.string()),
    }),
  ),
  preview: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  mapping: mappingDocument,
  progress: z.object({
    rowReached: z.number(),
    totalRows: z.number().nullable(),
    percent: z.number().nullable(),
  }),
  dryRun: report.nullable(),
  result: report.nullable(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: z.string(),
  startedAt: text,
  finishedAt: text,
})

export function presentImport(row: ImportRow, language: Language): z.infer<typeof importShape> {
  const done = Math.max(0, row.rowReached - row.mapping.headerRow)
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    fileSize: row.fileSize,
    state: row.state === 'uploading' ? 'ready' : row.state,
    task: row.task,
    format: row.format === null ? null : { ...row.format, sheets: [...row.format.sheets] },
    columns: row.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    preview: row.preview.map(({ number, cells }) => ({ row: number, cells: [...cells] })),
    mapping: row.mapping,
    progress: {
      rowReached: row.rowReached,
      totalRows: row.totalRows,
      percent:
        row.totalRows === null || row.totalRows === 0
          ? null
          : Math.min(100, Math.floor((100 * done) / row.totalRows)),
    },
    dryRun: plain(row.dryRun),
    result: plain(row.result),
    problem:
      row.problem === null
        ? null
        : { code: row.problem.code, message: expectedText(row.problem.message, language) },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

function plain(found: ImportRow['result']): z.infer<typeof report> | null {
  return found === null
    ? null
    : {
        counts: found.counts,
        repairs: [...found.repairs],
        notes: found.notes.map(({ code, values }) => ({ code, values: [...values] })),
        problems: { ...found.problems },
        ...(found.undone === undefined ? {} : { undone: found.undone }),
      }
}
