import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerAnswer, WorkerTask } from '../../platform/jobs/worker-task.ts'
import type { SolveInput, SolveOutput } from './solve-input.ts'
import { solvePlan } from './solve-plan.ts'

const { input, stop } = workerData as WorkerTask<SolveInput>
const flag = new Int32Array(stop)
const say = (answer: WorkerAnswer<SolveOutput>): void => parentPort?.postMessage(answer)

const output = solvePlan(input, {
  shouldStop: () => Atomics.load(flag, 0) === 1,
  onProgress: (usedUnits) => say({ kind: 'progress', done: usedUnits, total: input.maxUnits ?? 0 }),
})
say({ kind: 'result', output })
