import type { Actor } from '../../identity/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { attributesFor } from './attributes.ts'
import { countMissing } from './closing-notes.ts'
import type { ImportServices } from './import-services.ts'
import { fieldsOf } from './kinds.ts'
import type { ValueMatcher } from './match-values.ts'
import { type MappedColumn, type ParsedRow, parseRow } from './parse-row.ts'
import { openRows } from './read/open-rows.ts'
import {
  mergeRepairs,
  noCounts,
  type Repair,
  type RowProblem,
  type RunCounts,
  type RunReport,
} from './run-state.ts'
import { settleParents } from './settle-parents.ts'
import { dropFile, type ImportRow, storedFile, updateImport } from './store.ts'
import { takeBatch } from './take-batch.ts'
import type { TakeContext } from './taker.ts'
import { takers } from './takers.ts'
import { loadMatchers } from './vocabularies.ts'

/** Rows per transaction: large enough for constant costs to vanish, small enough for memory to stay flat. */
const batchSize = 1000
export const leaseMs = 60_000

/** Thrown to roll a dry run's batch back. */
class RolledBack extends Error {}

/**
 * Runs an import or its dry run from the row reached last. A dry run does everything the import would, batch by batch,
 * and rolls it back, so the two cannot disagree. Returns false where it was told to stop half-way.
 */
export async function runImport(
  services: ImportServices,
  tenantId: string,
  row: ImportRow,
  signal: AbortSignal,
): Promise<boolean> {
  const { database, clock } = services.platform
  const { customers } = services.assignment.services
  if (row.format === null) throw new Error('an import without a format cannot run')
  const dry = row.task === 'dry_run'
  const zone = await database.read(tenantId, async (db) => {
    const rows = await db.query<{ time_zone: string }>('select time_zone from tenant where id = $1', [
      tenantId,
    ])
    return rows[0]?.time_zone ?? 'Asia/Shanghai'
  })
  const attributes = await database.read(tenantId, (db) => attributesFor(db, customers, row.kind))
  // Loaded in a transaction that commits: what loading lays down must not be rolled back with a dry run's batch.
  await database.write(tenantId, (db) => services.assignment.contextOf(db, clock.now()))
  const columns = mappedColumns(row, attributes)
  const matchers = await database.read(tenantId, (db) => loadMatchers(db, row.kind, row.mapping))
  const headers = new Map(columns.map((column) => [column.field, column.header]))
  const context: TakeContext = {
    assignment: services.assignment,
    importId: row.id,
    actor: actorOf(row),
    mapping: row.mapping,
    matchers,
    headerOf: (field) => headers.get(field) ?? field,
    seen: dry ? new Map() : null,
  }
  const run = {
    counts: { ...noCounts(), ...(dry ? {} : row.result?.counts) },
    problems: { ...(dry ? {} : row.result?.problems) } as Record<string, number>,
    earlier: dry ? [] : (row.result?.repairs ?? []),
  }
  const report = (notes: RunReport['notes'] = []): RunReport => ({
    counts: run.counts,
    repairs: mergeRepairs(run.earlier, repairsOf(matchers)),
    notes,
    problems: run.problems,
  })

  const flush = async (rows: readonly ParsedRow[], lastRow: number): Promise<void> => {
    const now = clock.now()
    // Counted on a copy: a batch that fails and is tried again must not count twice.
    const counts: RunCounts = { ...run.counts }
    const problems: RowProblem[] = []
    const work = async (db: TenantWriter): Promise<void> => {
      await takeBatch(db, context, row.kind, rows, problems, counts, now)
      if (dry) throw new RolledBack()
      await note(db, row.id, problems)
      Object.assign(run.counts, counts)
      tally(run.problems, problems)
      await updateImport(db, row.id, {
        row_reached: lastRow,
        result: report(),
        lease_until: new Date(now + leaseMs),
      })
    }
    try {
      await database.write(tenantId, work)
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
      Object.assign(run.counts, counts)
      tally(run.problems, problems)
      await database.write(tenantId, async (db) => {
        await note(db, row.id, problems)
        await updateImport(db, row.id, { row_reached: lastRow, lease_until: new Date(now + leaseMs) })
      })
    }
  }

  let total = 0
  let batch: ParsedRow[] = []
  let lastRow = row.rowReached
  // While the database writes one batch the next is read and normalised.
  let writing: Promise<void> | null = null
  for await (const sheetRow of openRows(storedFile(database, tenantId, row.id, row.fileSize), row.format)) {
    if (sheetRow.number <= row.mapping.headerRow) continue
    total = sheetRow.number - row.mapping.headerRow
    if (sheetRow.number <= row.rowReached) continue
    const parsed = parseRow(sheetRow, columns, zone)
    if (batch.length === batchSize) {
      await writing
      // Told to stop: what is being written is written, the rest is for whoever goes on.
      if (writing !== null && signal.aborted) return false
      writing = flush(batch, lastRow)
      // A refusal surfaces where it is awaited; until then it must not count as unhandled.
      writing.catch(() => undefined)
      batch = []
    }
    lastRow = sheetRow.number
    if (parsed === null) continue
    takers[row.kind].prepare?.(context, parsed)
    batch.push(parsed)
  }
  await writing
  await flush(batch, lastRow)
  const now = clock.now()
  await database.write(tenantId, async (db) => {
    const problems: RowProblem[] = []
    if (row.kind === 'accounts' && !dry) await settleParents(db, row.id, context.headerOf('parent'), problems)
    await note(db, row.id, problems)
    tally(run.problems, problems)
    run.counts.warnings += problems.length
    const notes = await countMissing(db, row.kind, run.problems, dry)
    await finish(db, context.actor, row, { report: report(notes), total, dry }, now)
  })
  return true
}

/** Characters of a text that has no limit of its own. */
const LONGEST = 10_000

function mappedColumns(
  row: ImportRow,
  attributes: Awaited<ReturnType<typeof attributesFor>>,
): MappedColumn[] {
  return row.mapping.columns.flatMap((field, column): MappedColumn[] => {
    if (field === null) return []
    const header = row.columns[column]?.header ?? field
    if (field.startsWith('custom.')) {
      const attribute = attributes.find((a) => `custom.${a.key}` === field)
      if (attribute === undefined) return []
      const { key, type, required, options, minimum, maximum } = attribute
      const bounds = { minimum, maximum }
      return [{ column, header, field: key, custom: true, type, required, options, bounds, longest: LONGEST }]
    }
    const known = fieldsOf(row.kind).find((f) => f.key === field)
    if (known === undefined) return []
    return [
      {
        column,
        header,
        field,
        custom: false,
        type: known.type,
        required: known.required === true,
        options: [],
        bounds: known.bounds ?? null,
        longest: known.longest ?? LONGEST,
      },
    ]
  })
}

function repairsOf(matchers: ReadonlyMap<string, ValueMatcher>): Repair[] {
  return [...matchers].flatMap(([field, matcher]) =>
    matcher.repairs().map((repair) => ({ field, ...repair })),
  )
}

function tally(problems: Record<string, number>, found: readonly RowProblem[]): void {
  for (const { code } of found) problems[code] = (problems[code] ?? 0) + 1
}

/** Lays problems down behind those a row has already. */
async function note(db: TenantWriter, importId: string, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length === 0) return
  await db.query(
    `insert into import_error (tenant_id, import_id, row_number, n, severity, header, code, given, expected)
     select $1, $2, e.row, e.n + coalesce((select max(x.n) from import_error x
       where x.tenant_id = $1 and x.import_id = $2 and x.row_number = e.row), 0),
       e.severity, e.header, e.code, e.given, e.expected
     from json_to_recordset($3::json) as e(row int, n int, severity text, header text, code text, given text, expected text)`,
    [db.tenantId, importId, JSON.stringify(numbered(problems).map(stored))],
  )
}

/** What would be right is kept as a saying: whoever downloads the table has a language, the import has none. */
const stored = (problem: RowProblem & { n: number }) => ({
  ...problem,
  expected: JSON.stringify(problem.expected),
})

function numbered(problems: readonly RowProblem[]): (RowProblem & { n: number })[] {
  const counts = new Map<number, number>()
  return problems.map((problem) => {
    const n = (counts.get(problem.row) ?? 0) + 1
    counts.set(problem.row, n)
    return { ...problem, n }
  })
}

async function finish(
  db: TenantWriter,
  actor: Actor,
  row: ImportRow,
  { report, total, dry }: { report: RunReport; total: number; dry: boolean },
  now: number,
): Promise<void> {
  await updateImport(db, row.id, {
    ...(dry ? { dry_run: report, state: 'ready' } : { result: report, state: 'done' }),
    task: null,
    lease_until: null,
    total_rows: total,
    row_reached: dry ? 0 : row.mapping.headerRow + total,
    finished_at: new Date(now),
  })
  if (!dry) {
    await dropFile(db, row.id)
    await record(db, now, {
      ...actor,
      action: 'import.finished',
      entityKind: 'import',
      entityId: row.id,
      detail: { kind: row.kind, ...report.counts },
    })
  }
  await announce(db, now, [
    {
      type: dry ? 'import.tried' : 'import.finished',
      entityKind: 'import',
      entityId: row.id,
      actorId: row.createdBy,
      payload: { kind: row.kind, ...report.counts },
    },
  ])
}

/** Imports run for the person who started them; those of the command line are the program's own. */
export const actorOf = (row: Pick<ImportRow, 'createdBy'>): Actor =>
  row.createdBy === null
    ? { actorKind: 'system', actorId: null }
    : { actorKind: 'member', actorId: row.createdBy }
