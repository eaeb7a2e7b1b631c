import { CommitUncertain } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'

/**
 * Most entries one transaction takes. Beyond some 200 the shared costs are spread thin already, while memory (every
 * candidate of every decision of the batch) and the wait of whoever comes next keep growing.
 */
const MAX_BATCH = 200
/** Beyond this the server says it is full instead of letting everybody wait. */
const MAX_QUEUE = 20_000

interface Entry<I, O> {
  readonly input: I
  readonly resolve: (output: O) => void
  readonly reject: (error: unknown) => void
}

/**
 * Group commit: what arrives while the last transaction commits goes into the next one. With one client every entry
 * is a batch of its own and waits for nothing; with many, the cost of a commit is shared.
 */
export interface GroupCommit<I, O> {
  submit(input: I): Promise<O>
  /** Resolves when everything submitted so far is done. */
  drained(): Promise<void>
}

export function createGroupCommit<I, O>(
  run: (inputs: readonly I[]) => Promise<readonly O[]>,
): GroupCommit<I, O> {
  const queue: Entry<I, O>[] = []
  let working: Promise<void> | null = null

  const work = async (): Promise<void> => {
    // Lets entries that arrive in the same turn of the event loop (a bulk call, pipelined requests) share the batch.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (queue.length > 0) {
      const batch = queue.splice(0, MAX_BATCH)
      try {
        settle(batch, await run(batch.map((entry) => entry.input)))
      } catch (error) {
        // What may be durable already is not tried again: without a key it would be there twice.
        if (batch.length === 1 || error instanceof CommitUncertain)
          for (const entry of batch) entry.reject(error)
        else await oneByOne(batch)
      }
    }
    working = null
  }

  // One bad entry must not fail its neighbours: the batch rolled back whole, so each is tried alone.
  const oneByOne = async (batch: readonly Entry<I, O>[]): Promise<void> => {
    for (const entry of batch) {
      try {
        settle([entry], await run([entry.input]))
      } catch (error) {
        entry.reject(error)
      }
    }
  }

  return {
    submit(input) {
      if (queue.length >= MAX_QUEUE)
        return Promise.reject(new ProblemError('NOT_READY', { detail: 'too_much_waiting' }))
      return new Promise<O>((resolve, reject) => {
        queue.push({ input, resolve, reject })
        working ??= work()
      })
    },
    async drained() {
      while (working !== null) await working
    },
  }
}

function settle<I, O>(batch: readonly Entry<I, O>[], outputs: readonly O[]): void {
  batch.forEach((entry, index) => {
    entry.resolve(outputs[index] as O)
  })
}
