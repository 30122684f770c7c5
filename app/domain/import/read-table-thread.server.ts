import { parentPort, workerData } from 'node:worker_threads'
import { TableError } from './import.ts'
import { type Answer, readTableHere } from './read-table.server.ts'

// A thread of its own, so that nobody waits while a large file is read.
const { bytes, sheet }: { bytes: Uint8Array; sheet: string | null } = workerData
const answer: Answer = await readTableHere(Buffer.from(bytes), sheet).then(
  (table) => ({ table }),
  (error: unknown) => {
    if (error instanceof TableError) return { error: error.code }
    throw error
  },
)
parentPort?.postMessage(answer)
