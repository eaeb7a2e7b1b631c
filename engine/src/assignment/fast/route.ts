import type { ItemState, WorkItem } from '../../model/index.ts'
import { decideItem } from '../decide-item.ts'
import type { RoomClass } from './capacity-index.ts'
import type { Query, RosterIndex } from './roster-index.ts'

/** Where an item goes, without the candidates: what `decide` says, for those who only need to know who. */
export interface Route {
  readonly item: WorkItem
  readonly state: ItemState
  readonly repId: string | null
  readonly poolId: string | null
  readonly queue: string
  readonly turnThousandths: number
  /** Roster index and room class, for booking; -1 and null where nobody got it. */
  readonly index: number
  readonly room: RoomClass | null
}

/** Routes one item over the index; whatever the index does not cover is decided by the plain path. */
export function routeItem(index: RosterIndex, item: WorkItem): Route {
  const query = index.query(item)
  const owner = query === null ? 'plain' : ownerOf(index, query)
  if (query === null || owner === 'plain') return plainRoute(index, item)
  const { queueName, turnThousandths, room } = query
  if (owner !== null) return owned(index, item, owner, queueName, 0, room)
  const { pool } = query.plan.ctx.action
  if (pool?.when === 'always') return nobody(item, 'pooled', pool.id, queueName)
  const count = index.scan(query)
  if (count > 0) return owned(index, item, index.pick(query, count), queueName, turnThousandths, room)
  return nobody(item, pool === undefined ? 'waiting' : 'pooled', pool?.id ?? null, queueName)
}

/** The customer's owner, if they simply get it; null = compare; 'plain' where ownership is weighed, not decisive. */
export function ownerOf(index: RosterIndex, query: Query): number | null | 'plain' {
  const { item } = query
  const { working } = index
  if (item.accountOwnerId === undefined) return null
  const { owner } = working.policy.policy.continuity
  const rep = working.indexOf(item.accountOwnerId)
  if (owner === 'off' || rep === undefined) return null
  if (owner === 'prefer') return 'plain'
  if (item.excludedRepIds?.includes(item.accountOwnerId)) return null
  return index.hasRoom(query, rep) ? rep : null
}

function plainRoute(index: RosterIndex, item: WorkItem): Route {
  const { repId, poolId, state, queue, turnThousandths } = decideItem(index.working, item)
  const rep = repId === null ? undefined : index.working.indexOf(repId)
  if (rep === undefined) return nobody(item, state, poolId, queue)
  return owned(index, item, rep, queue, turnThousandths, index.capacity.classOf(item))
}

function owned(
  { working }: RosterIndex,
  item: WorkItem,
  index: number,
  queue: string,
  turnThousandths: number,
  room: RoomClass,
): Route {
  const repId = working.repIds[index] ?? null
  return { item, state: 'owned', repId, poolId: null, queue, turnThousandths, index, room }
}

function nobody(item: WorkItem, state: ItemState, poolId: string | null, queue: string): Route {
  return { item, state, repId: null, poolId, queue, turnThousandths: 0, index: -1, room: null }
}
