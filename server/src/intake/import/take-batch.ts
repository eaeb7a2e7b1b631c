import type { TenantWriter } from '../../platform/database/index.ts'
import type { ImportKind } from './kinds.ts'
import type { ParsedRow } from './parse-row.ts'
import type { RowProblem, RunCounts } from './run-state.ts'
import type { TakeContext, Taken } from './taker.ts'
import { takers } from './takers.ts'

interface KnownKey {
  readonly hash: string
}

/**
 * One batch: rows with errors stay out, rows imported before are recognised by their key, the rest become records.
 * Keys are laid down in the same transaction, so a batch that ran is never run twice.
 */
export async function takeBatch(
  db: TenantWriter,
  context: TakeContext,
  kind: ImportKind,
  rows: readonly ParsedRow[],
  problems: RowProblem[],
  counts: RunCounts,
  now: number,
): Promise<void> {
  if (rows.length === 0) return
  const taker = takers[kind]
  counts.rows += rows.length
  for (const row of rows) problems.push(...row.problems)
  const usable = rows.filter((row) => !row.problems.some((problem) => problem.severity === 'error'))
  counts.failed += rows.length - usable.length

  const keyed = usable.map((row) => ({ row, key: taker.keyOf(row) }))
  const known = await knownKeys(
    db,
    kind,
    keyed.map((one) => one.key),
  )
  const fresh: ParsedRow[] = []
  const keyOfRow = new Map<number, { key: string; hash: string }>()
  for (const { row, key } of keyed) {
    const before = known.get(key)
    const seenKey = `key ${key}`
    if (before === undefined && context.seen?.has(seenKey) !== true) {
      known.set(key, { hash: row.hash })
      context.seen?.set(seenKey, 'open')
      keyOfRow.set(row.number, { key, hash: row.hash })
      fresh.push(row)
    } else if (before === undefined || before.hash === row.hash) counts.unchanged++
    else {
      counts.changed++
      problems.push({
        row: row.number,
        severity: 'warning',
        header: '',
        code: 'imported_before',
        given: key,
        expected: 'wants_new_key',
      })
    }
  }

  const taken = fresh.length === 0 ? [] : await taker.take(db, context, fresh, problems, now)
  counts.created += taken.filter((one) => one.what === 'created').length
  counts.duplicates += taken.filter((one) => one.what === 'duplicate').length
  counts.failed += taken.filter((one) => one.what === 'failed').length
  counts.warnings += problems.filter((problem) => problem.severity === 'warning').length
  await layDownKeys(db, context, kind, taken, keyOfRow)
}

async function knownKeys(
  db: TenantWriter,
  kind: ImportKind,
  keys: readonly string[],
): Promise<Map<string, KnownKey>> {
  const rows = await db.query<{ key: string; hash: string }>(
    'select key, content_hash as hash from import_key where tenant_id = $1 and kind = $2 and key = any($3::text[])',
    [db.tenantId, kind, keys],
    'import_known_keys',
  )
  return new Map(rows.map((row) => [row.key, row]))
}

async function layDownKeys(
  db: TenantWriter,
  context: TakeContext,
  kind: ImportKind,
  taken: readonly Taken[],
  keyOfRow: ReadonlyMap<number, { key: string; hash: string }>,
): Promise<void> {
  const rows = taken.flatMap((one) => {
    const key = keyOfRow.get(one.row)
    return one.what === 'failed' || one.entityId === null || key === undefined
      ? []
      : [{ ...key, entity_id: one.entityId, made: one.what === 'created' }]
  })
  if (rows.length === 0) return
  await db.query(
    `insert into import_key (tenant_id, kind, key, entity_id, content_hash, import_id, made)
     select $1, $2, k.key, k.entity_id, k.hash, $3, k.made
     from json_to_recordset($4::json) as k(key text, entity_id uuid, hash text, made boolean)
     on conflict do nothing`,
    [db.tenantId, kind, context.importId, JSON.stringify(rows)],
  )
}
