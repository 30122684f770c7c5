import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Why a thread gave no answer. */
export type ThreadFailure = 'time' | 'memory' | 'ended'

/**
 * Runs one of this folder's thread files on what it is given, so that nobody else waits meanwhile.
 * The thread may use so much memory (MB) and time (ms); rejects with what it throws.
 */
export function inThread<Answer>(
  name: string,
  given: unknown,
  { memoryMb, limitMs }: { memoryMb: number; limitMs: number },
): Promise<{ answer: Answer } | { failure: ThreadFailure }> {
  // Beside this file, or where the sources are when this one is part of a bundle.
  const beside = join(import.meta.dirname, name)
  const file = existsSync(beside) ? beside : join('app/domain/import', name)
  return new Promise((resolve, reject) => {
    const thread = new Worker(pathToFileURL(file), {
      workerData: given,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const limit = setTimeout(() => {
      resolve({ failure: 'time' })
      void thread.terminate()
    }, limitMs)
    thread.once('message', (answer: Answer) => resolve({ answer }))
    thread.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ failure: 'memory' })
      else reject(error)
    })
    thread.once('exit', () => {
      clearTimeout(limit)
      resolve({ failure: 'ended' })
    })
  })
}
