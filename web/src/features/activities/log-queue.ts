import { NETWORK_UNREACHABLE, Problem } from '../../api/problem.ts'
import type { LogBody } from '../leads/lead-api.ts'

export type LogKind = 'lead' | 'opportunity' | 'account' | 'contact'

/** An activity written down and not yet known to have arrived. Its `ref` makes it one, however often it is sent. */
export type QueuedLog = {
  ref: string
  kind: LogKind
  id: string
  /** What it was for, as the person calls it. */
  subject: string
  body: LogBody
  /** Why the server does not take it; it waits for the person then, not for the network. */
  refused?: string
}

export type Fate = { fate: 'sent' | 'waiting' } | { fate: 'refused'; problem: Problem }

type Options = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** One queue per person: a shared machine never sends one's notes as another's. */
  person: string
  send: (entry: QueuedLog) => Promise<unknown>
}

export type LogQueue = {
  entries: () => readonly QueuedLog[]
  subscribe: (listener: () => void) => () => void
  /** Puts it at the end and sends everything before it first; says what became of this one. */
  add: (entry: QueuedLog) => Promise<Fate>
  /** Sends in the order in which it was written; stops at the first that the network does not carry. */
  flush: () => Promise<void>
  discard: (ref: string) => void
}

/** Answers that say "later", not "never". */
const later = (problem: Problem): boolean =>
  problem.facts.code === NETWORK_UNREACHABLE ||
  problem.facts.status >= 500 ||
  problem.facts.status === 429 ||
  problem.facts.status === 401

export function createLogQueue({ storage, person, send }: Options): LogQueue {
  const key = `peineng.log-queue.${person}`
  const listeners = new Set<() => void>()
  let known = ''
  let list: readonly QueuedLog[] = []
  let running: Promise<void> | null = null

  const read = (): readonly QueuedLog[] => {
    const text = storage.getItem(key) ?? '[]'
    if (text !== known) {
      known = text
      list = JSON.parse(text) as QueuedLog[]
    }
    return list
  }
  const write = (next: readonly QueuedLog[]): void => {
    if (next.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  const drop = (ref: string): void => write(read().filter((entry) => entry.ref !== ref))

  const run = async (refusals: Map<string, Problem>): Promise<void> => {
    for (const entry of read()) {
      if (entry.refused !== undefined) continue
      try {
        await send(entry)
        drop(entry.ref)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        if (later(error)) return
        refusals.set(entry.ref, error)
        write(read().map((one) => (one.ref === entry.ref ? { ...one, refused: error.facts.code } : one)))
      }
    }
  }
  const refusals = new Map<string, Problem>()
  const flush = async (): Promise<void> => {
    // What was added while a round was under way goes in the next one.
    while (running) await running
    running = run(refusals).finally(() => {
      running = null
    })
    await running
  }

  return {
    entries: read,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async add(entry) {
      write([...read(), entry])
      await flush()
      const problem = refusals.get(entry.ref)
      if (problem) {
        // Whoever just wrote it still has the form before them: it is told there, and not kept twice.
        refusals.delete(entry.ref)
        drop(entry.ref)
        return { fate: 'refused', problem }
      }
      return { fate: read().some((one) => one.ref === entry.ref) ? 'waiting' : 'sent' }
    },
    flush,
    discard: drop,
  }
}
