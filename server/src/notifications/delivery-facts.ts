import type { TenantReader } from '../platform/database/index.ts'
import type { DueDelivery } from '../platform/deliveries/index.ts'
import { type Facts, type Names, readNames } from './describe.ts'
import { isNoticeKind } from './kinds.ts'

/** A message as it lies in the queue; null = a test, or a kind this version does not know. */
export function factsOf(body: DueDelivery['body']): Facts | null {
  const { kind, entityKind, entityId, params } = body
  if (typeof kind !== 'string' || !isNoticeKind(kind)) return null
  return {
    kind,
    entityKind: typeof entityKind === 'string' ? entityKind : null,
    entityId: typeof entityId === 'string' ? entityId : null,
    params: typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {},
  }
}

export const isTest = (delivery: Pick<DueDelivery, 'body'>): boolean => delivery.body['kind'] === 'test'

export async function namesFor(
  db: TenantReader,
  deliveries: readonly Pick<DueDelivery, 'body'>[],
): Promise<Names> {
  return readNames(
    db,
    deliveries.flatMap((delivery) => factsOf(delivery.body) ?? []),
  )
}
