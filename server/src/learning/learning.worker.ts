import { parentPort, workerData } from 'node:worker_threads'
import { type LearningTask, runLearningTask } from './learning-task.ts'

parentPort?.postMessage(runLearningTask(workerData as LearningTask))
