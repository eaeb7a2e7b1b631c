import type { Sweep } from '../context.ts'
import type { Log } from '../log.ts'

export interface Sweeper {
  /** Runs one sweep now, for tests and for "something happened, look at once". Waits for a running one first. */
  runNow(name: string): Promise<void>
  /** Lets running sweeps finish; none starts after. */
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Runs each sweep every `everyMs`, never twice at once in this process. Sweeps on other nodes run too: their work is
 * claimed by row locks (`skip locked`), so who sweeps does not matter. A failed sweep is logged and tried again.
 */
export function startSweeper(sweeps: readonly Sweep[], log: Pick<Log, 'error'>, timers = true): Sweeper {
  const stopping = new AbortController()
  const running = new Map<string, Promise<void>>()
  // A database that is away fails every sweep: each backs off to a minute and says so once per try, not per tick.
  const failures = new Map<string, { count: number; notBefore: number }>()

  const tick = (sweep: Sweep): void => {
    if (performance.now() >= (failures.get(sweep.name)?.notBefore ?? 0)) void run(sweep)
  }

  const run = (sweep: Sweep): Promise<void> => {
    const current = running.get(sweep.name)
    if (current !== undefined) return current
    const promise = sweep
      .run(stopping.signal)
      .then(() => void failures.delete(sweep.name))
      .catch((error: unknown) => {
        const count = (failures.get(sweep.name)?.count ?? 0) + 1
        const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (count - 1))
        failures.set(sweep.name, { count, notBefore: performance.now() + pause })
        if (!stopping.signal.aborted)
          log.error({ err: error, sweep: sweep.name }, 'a sweep failed; it will run again')
      })
      .finally(() => running.delete(sweep.name))
    running.set(sweep.name, promise)
    return promise
  }

  const handles = timers ? sweeps.map((sweep) => setInterval(() => tick(sweep), sweep.everyMs)) : []
  for (const handle of handles) handle.unref()

  return {
    async runNow(name) {
      const sweep = sweeps.find((candidate) => candidate.name === name)
      if (sweep === undefined) throw new Error(`there is no sweep named ${name}`)
      await running.get(name)
      await run(sweep)
    },
    async stop() {
      for (const handle of handles) clearInterval(handle)
      stopping.abort()
      await Promise.all(running.values())
    },
  }
}
