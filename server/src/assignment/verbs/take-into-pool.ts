import type { GaugeName, ReasonCode } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { applyClaims, lockRepLoads } from '../state/rep-load-store.ts'
import { enterPool } from '../state/stay-store.ts'
import { lockWorkItems, updateWorkItems, type WorkItemRow } from '../state/work-item-store.ts'

/** One item on its way into a pool. */
export interface PoolEntry {
  readonly itemId: string
  readonly poolId: string
  readonly cause: 'recalled' | 'released' | 'imported'
  /** Coded reason, and words where somebody gave some. */
  readonly reason: string | null
  readonly note: string | null
  readonly actorId: string | null
  /** Only while this rep owns it: whoever has it by now keeps it. */
  readonly ownerId?: string
}

const reasonOf: Readonly<Record<PoolEntry['cause'], ReasonCode>> = {
  recalled: 'POOLED_RECALLED',
  released: 'POOLED_RELEASED',
  imported: 'POOLED_IMPORTED',
}

/**
 * Takes items that are owned or waiting into pools, and gives their owners the room back; a constant number of
 * statements. What changed hands in the meantime, is closed or lies in a pool is left alone. The room goes to whoever
 * waits longest with the next look at the queue, seconds later, so that a thousand recalls are not a thousand
 * decisions in one transaction. Returns the rows as they were. The engine chose nothing, so there is no decision.
 */
export async function takeIntoPool(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  entries: readonly PoolEntry[],
  allow: (row: WorkItemRow) => void = () => undefined,
): Promise<WorkItemRow[]> {
  const entryOf = new Map(entries.map((entry) => [entry.itemId, entry]))
  const rows = (await lockWorkItems(db, [...entryOf.keys()])).filter((row) => {
    const { ownerId } = entryOf.get(row.id) ?? {}
    return (
      (row.state === 'owned' || row.state === 'waiting') && (ownerId === undefined || row.ownerId === ownerId)
    )
  })
  for (const row of rows) allow(row)
  await giveBackMany(db, context, now, rows)
  const moved = rows.map((row) => ({ row, entry: entryOf.get(row.id) as PoolEntry }))
  await updateWorkItems(
    db,
    moved.map(({ row, entry }) => ({
      ...row,
      state: 'pooled' as const,
      ownerId: null,
      poolId: entry.poolId,
      createdAt: row.createdAt.getTime(),
      waitingSince: null,
      releaseAt: null,
      release: null,
      reasonCode: reasonOf[entry.cause],
      reasonParams: {
        poolId: entry.poolId,
        ...(row.ownerId === null ? {} : { previousOwnerId: row.ownerId }),
        ...(entry.reason === null ? {} : { reason: entry.reason }),
        ...(entry.note === null ? {} : { note: entry.note }),
      },
      decisionId: null,
      loadHundredths: 0,
      effects: {},
      ownedSince: null,
      pinned: false,
      continuityOwnerId: null,
      reassigned: false,
    })),
  )
  await enterPool(
    db,
    now,
    moved.map(({ row, entry }) => ({ ...entry, fromRepId: row.ownerId })),
  )
  await appendOwnershipChanges(
    db,
    now,
    moved.map(({ row, entry }) => ({
      itemId: row.id,
      fromState: row.state,
      fromOwnerId: row.ownerId,
      toState: 'pooled',
      toOwnerId: null,
      toPoolId: entry.poolId,
      decisionId: null,
      cause: entry.cause,
      actorId: entry.actorId,
      note: entry.note ?? entry.reason,
    })),
  )
  await announce(
    db,
    now,
    moved.map(({ row, entry }) => ({
      type: `${row.kind}.pooled`,
      entityKind: row.kind,
      entityId: row.id,
      actorId: entry.actorId,
      payload: {
        poolId: entry.poolId,
        ownerId: null,
        previousOwnerId: row.ownerId,
        cause: entry.cause,
        reason: reasonOf[entry.cause],
        because: entry.reason,
        recipientRepIds: row.ownerId === null ? [] : [row.ownerId],
      },
    })),
  )
  return rows
}

/** The owners' rows locked in id order, then everything they carried of these items taken off. */
export async function giveBackMany(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  rows: readonly WorkItemRow[],
): Promise<void> {
  const sums = new Map<string, Partial<Record<GaugeName, number>>>()
  for (const row of rows) {
    if (row.state !== 'owned' || row.ownerId === null) continue
    const sum = sums.get(row.ownerId) ?? {}
    sums.set(row.ownerId, sum)
    sum.load_index = (sum.load_index ?? 0) - row.loadHundredths
    for (const gauge of openGauges) sum[gauge] = (sum[gauge] ?? 0) - (row.effects[gauge] ?? 0)
  }
  if (sums.size === 0) return
  const keys = periodKeys(now, context.timeZone)
  const owners = [...sums.keys()].sort()
  await lockRepLoads(db, keys, owners)
  await applyClaims(
    db,
    keys,
    owners.map((repId) => ({ repId, effects: sums.get(repId) ?? {}, received: 0, limits: {} })),
  )
}

const openGauges = ['open_items', 'concurrent_opportunities', 'key_projects', 'current_customers'] as const
