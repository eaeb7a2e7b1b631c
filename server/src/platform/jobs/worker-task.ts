import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'

/** What a worker is started with: its input, and a flag it looks at to stop early. */
export interface WorkerTask<I> {
  readonly input: I
  /** One Int32; 1 = stop with what there is. Shared memory, because a busy worker reads no messages. */
  readonly stop: SharedArrayBuffer
}

/** What a worker says: how far it is, and at the end what it found. */
export type WorkerAnswer<O> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly output: O }

export interface RunOptions {
  readonly onProgress?: (done: number, total: number) => void
  /** Asks the worker to end early with what it has. */
  readonly stop?: AbortSignal
  /** Ends it at once; the promise rejects. */
  readonly kill?: AbortSignal
}

/** Thrown where a worker was ended from outside. */
export class WorkerKilled extends Error {
  override readonly name = 'WorkerKilled'
}

/** Runs one computation in a thread of its own, so that requests are answered meanwhile. */
export function runInWorker<I, O>(name: string, input: I, options: RunOptions = {}): Promise<O> {
  const stop = new SharedArrayBuffer(4)
  const flag = new Int32Array(stop)
  const task: WorkerTask<I> = { input, stop }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(name), { workerData: task })
    const askToStop = (): void => void Atomics.store(flag, 0, 1)
    const kill = (): void => {
      void worker.terminate()
      reject(new WorkerKilled(`${name} was ended`))
    }
    const settle = (): void => {
      options.stop?.removeEventListener('abort', askToStop)
      options.kill?.removeEventListener('abort', kill)
    }
    options.stop?.addEventListener('abort', askToStop)
    options.kill?.addEventListener('abort', kill)
    if (options.stop?.aborted === true) askToStop()
    worker.on('message', (answer: WorkerAnswer<O>) => {
      if (answer.kind === 'progress') return options.onProgress?.(answer.done, answer.total)
      settle()
      resolve(answer.output)
    })
    worker.once('error', (error) => {
      settle()
      reject(error)
    })
    worker.once('exit', () => {
      settle()
      reject(new WorkerKilled(`${name} ended without an answer`))
    })
    if (options.kill?.aborted === true) kill()
  })
}

/** Beside the bundle that runs; from source, where the test setup has put it. */
function workerFile(name: string): string {
  const file = `${name}.worker.mjs`
  const beside = join(dirname(fileURLToPath(import.meta.url)), file)
  return existsSync(beside) ? beside : join(packageRoot(), 'server', '.cache', 'workers', file)
}
