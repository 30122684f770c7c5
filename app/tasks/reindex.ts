import { recordedRebuild } from '#app/domain/indexing/index-runs.server.ts'
import { withIndex } from './index-stores.ts'
import { type Task, TaskError } from './task.ts'

/**
 * Builds the index anew. It may run beside a server: each kind is built aside in the same file and
 * swapped in one transaction, changes that the server applies meanwhile are carried over, and the
 * server's process notices the swap at its next search.
 */
export const reindex = {
  name: 'reindex',
  summary: 'build the search index anew from the database; a server may go on running',
  async run(args, context) {
    if (args.length > 0) throw new TaskError('reindex takes no arguments')
    const started = performance.now()
    await withIndex(context, async (stores) => {
      const counts = await recordedRebuild(stores, { reason: 'asked', askedBy: null })
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      for (const kind of ['profile', 'opportunity', 'company'] as const) {
        context.print(`${kind}: ${counts[kind]}`)
      }
      context.log(`The index was built in ${seconds} s.`)
    })
  },
} satisfies Task
