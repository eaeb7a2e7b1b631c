import type { QueueAccounts } from '../../matching/index.ts'
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
  readonly accounts: QueueAccounts | null
}

/** Routes one item over the index; whatever the index does not cover is decided by the plain path. */
export function routeItem(index: RosterIndex, item: WorkItem): Route {
  return routeQuery(index, item, index.query(item))
}

/** A lead whose rule and rows were looked up before: routed again and again without looking at its facts. */
export interface PreparedItem {
  readonly item: WorkItem
  /** null where the plain path decides, or requirements relax with time. */
  readonly query: Query | null
}

export function prepareItem(index: RosterIndex, item: WorkItem): PreparedItem {
  const query = index.query(item)
  return { item, query: query?.plan.ctx.action.relax === undefined ? query : null }
}

export function routePrepared(index: RosterIndex, { item, query }: PreparedItem): Route {
  return query === null ? routeItem(index, item) : routeQuery(index, item, query)
}

function routeQuery(index: RosterIndex, item: WorkItem, query: Query | null): Route {
  const owner = query === null ? 'plain' : ownerOf(index, query)
  if (query === null || owner === 'plain') return plainRoute(index, item)
  const { queueName } = query
  if (owner !== null) return owned(index, query, owner, 0)
  const { pool } = query.plan.ctx.action
  if (pool?.when === 'always') return nobody(item, 'pooled', pool.id, queueName)
  const count = index.scan(query, query.plan.band.width)
  if (count > 0) return owned(index, query, index.found[index.pick(query, count)]!, query.turnThousandths)
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
  const { working } = index
  const { repId, poolId, state, queue, turnThousandths } = decideItem(working, item)
  const rep = repId === null ? undefined : working.indexOf(repId)
  if (rep === undefined) return nobody(item, state, poolId, queue)
  const room = index.capacity.classOf(item)
  const accounts = working.accountsOf(queue)
  return { item, state, repId, poolId, queue, turnThousandths, index: rep, room, accounts }
}

function owned({ working }: RosterIndex, query: Query, index: number, turnThousandths: number): Route {
  return {
    item: query.item,
    state: 'owned',
    repId: working.repIds[index] ?? null,
    poolId: null,
    queue: query.queueName,
    turnThousandths,
    index,
    room: query.room,
    accounts: query.queue.accounts,
  }
}

function nobody(item: WorkItem, state: ItemState, poolId: string | null, queue: string): Route {
  return {
    item,
    state,
    repId: null,
    poolId,
    queue,
    turnThousandths: 0,
    index: -1,
    room: null,
    accounts: null,
  }
}
