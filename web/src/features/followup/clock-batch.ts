import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { ItemClocks } from './followup-api.ts'

/** The server's limit. */
const MOST_AT_ONCE = 100
/** Long enough for the rows of one screenful to ask together, and for a list that is scrolled fast to ask in pieces. */
const GATHER_MS = 60

export type ClockReader = (id: string) => Promise<ItemClocks | null>

/**
 * Rows, cards and panels each ask for one record; what is asked for within a blink goes out as one request of up to a
 * hundred, so a list costs a request per screenful and none per row. A record without clocks is answered null.
 */
export function batchedClocks(read: (ids: readonly string[]) => Promise<readonly ItemClocks[]>): ClockReader {
  let waiting = new Map<string, PromiseWithResolvers<ItemClocks | null>>()

  const send = async (asked: typeof waiting): Promise<void> => {
    try {
      const items = new Map((await read([...asked.keys()])).map((item) => [item.itemId, item]))
      for (const [id, { resolve }] of asked) resolve(items.get(id) ?? null)
    } catch (error) {
      for (const { reject } of asked.values()) reject(error)
    }
  }
  const go = (): void => {
    const asked = waiting
    waiting = new Map()
    if (asked.size > 0) void send(asked)
  }
  return (id) => {
    const known = waiting.get(id)
    if (known) return known.promise
    const answer = withResolvers<ItemClocks | null>()
    waiting.set(id, answer)
    if (waiting.size === 1) setTimeout(go, GATHER_MS)
    else if (waiting.size === MOST_AT_ONCE) go()
    return answer.promise
  }
}

// `Promise.withResolvers` is younger than the oldest browsers of our list.
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: (value: T | PromiseLike<T>) => void
  let reject!: (reason?: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T | PromiseLike<T>) => void
  readonly reject: (reason?: unknown) => void
}

const readClocksOf = batchedClocks(async (ids) => {
  const answer = await unwrap(
    api.GET('/api/v1/clocks', { params: { query: { ids: ids.join(',') as never } } }),
  )
  return answer.items
})

/** A minute is what a clock shows; it is asked for again as often. */
const MINUTE = 60_000

export type ClockNoun = 'lead' | 'account' | 'opportunity'

// The key begins with the noun that live events name: whatever happens to a record moves its clocks.
export const clockQuery = (id: string, noun: ClockNoun) =>
  queryOptions({
    queryKey: [noun, 'clock', id],
    queryFn: () => readClocksOf(id),
    refetchInterval: MINUTE,
  })
