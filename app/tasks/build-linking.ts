import { storeLinking } from '#app/domain/reference/linking-index.server.ts'
import { type Task, type TaskContext, TaskError } from './task.ts'

/** Learns anew how words are linked to concepts. */
export const buildLinking = {
  name: 'build-linking',
  summary: 'index the words of the vocabulary anew; importing a vocabulary does it by itself',
  async run(
    args: readonly string[],
    { open, log }: Pick<TaskContext, 'open' | 'log'>,
  ): Promise<void> {
    if (args.length > 0) throw new TaskError('build-linking takes no arguments')
    const started = performance.now()
    const counts = await storeLinking(open.db)
    if (counts === 'unchanged') {
      log('The words of this vocabulary are indexed already.')
      return
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    log(`${counts.indexes} indexes of words (${counts.bytes} bytes) were built in ${seconds} s.`)
  },
} satisfies Task
