import type { Adoption } from '../../assignment/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { TakeContext } from './taker.ts'

/** Gives imported records their place: with who has them, closed, or what nobody keeps in the pool that was chosen. */
export async function placeImported(
  db: TenantWriter,
  { assignment, mapping }: Pick<TakeContext, 'assignment' | 'mapping'>,
  now: number,
  adoptions: readonly Adoption[],
): Promise<void> {
  await assignment.adopt(db, now, adoptions)
  // A file that was settled before pools could be chosen says nothing.
  const poolId = mapping.pool ?? null
  if (poolId === null) return
  const open = adoptions.filter((one) => one.state === 'waiting')
  await assignment.takeIntoPool(
    db,
    now,
    open.map(({ item, actorId }) => ({
      itemId: item.id,
      poolId,
      cause: 'imported' as const,
      reason: null,
      note: null,
      actorId,
    })),
  )
}
