import { parentPort, workerData } from 'node:worker_threads'
import { answerTwins } from './row-twins.ts'

// A thread of its own: thousands of rows are compared with thousands of companies.
parentPort?.postMessage(answerTwins(workerData))
