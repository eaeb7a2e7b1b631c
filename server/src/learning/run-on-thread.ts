import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type LearningResult, type LearningTask, runLearningTask } from './learning-task.ts'

/** A quarter of a million rows fit easily; a runaway table ends its thread, not the server. */
const MEMORY_MB = 1024

/**
 * Does a task on a thread of its own, so that nobody's request waits for it. The thread's file lies beside this one in
 * a build; run from sources (tests) there is none, and the task is done here.
 */
export async function runOnThread(task: LearningTask, signal: AbortSignal): Promise<LearningResult> {
  const file = fileURLToPath(new URL('./learning.worker.mjs', import.meta.url))
  if (!existsSync(file)) return runLearningTask(task)
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const stop = (): void => void worker.terminate()
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', (result: LearningResult) => resolve(result))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      reject(new Error(`the learning thread ended with ${code} and no result`))
    })
  })
}
