import {
  checkIndex,
  type IndexCheck,
  repairIndex,
} from '#app/domain/indexing/check-index.server.ts'
import { withIndex } from './index-stores.ts'
import { type Task, TaskError } from './task.ts'

const words = {
  missing: 'missing from the index',
  'left-over': 'in the index without reason',
  outdated: 'outdated in the index',
} as const

/** Compares the index with the database document by document, beside a running server too. */
export const checkIndexTask = {
  name: 'check-index',
  summary: '[--repair]: compare the search index with the database, document by document',
  /** Rejects with a `TaskError` when documents differ, or still differ after the repair. */
  async run(args, context) {
    const unknown = args.find((argument) => argument !== '--repair')
    if (unknown) throw new TaskError(`check-index does not know ${unknown}; only --repair`)
    await withIndex(context, async (stores) => {
      const check = await checkIndex(stores)
      refuseUnfit(check)
      const total = Object.values(check.documents).reduce((sum, count) => sum + count, 0)
      for (const { kind, id, problem } of check.differences) {
        context.print(`${kind} ${id} ${words[problem]}`)
      }
      if (check.waiting > 0) context.log(`Changes that wait for the index worker: ${check.waiting}`)
      if (check.differences.length === 0) {
        context.log(`The index agrees with the database: ${total} documents.`)
        return
      }
      const count = check.differences.length
      if (!args.includes('--repair')) {
        throw new TaskError(
          `Documents that differ: ${count}. To mend them: npm run task -- check-index --repair`,
        )
      }
      const left = (await repairIndex(stores, check)).differences.length
      if (left > 0)
        throw new TaskError(
          `Documents that still differ: ${left}. Build the index anew: npm run task -- reindex`,
        )
      context.log(`Documents mended: ${count}`)
    })
  },
} satisfies Task

function refuseUnfit({ unbuilt, foreign }: IndexCheck): void {
  if (unbuilt) {
    throw new TaskError(
      'The index is not built yet: start the server, which builds it, or npm run task -- reindex',
    )
  }
  if (foreign) {
    throw new TaskError(
      'This index has seen changes that the database does not know: it belongs to another one. ' +
        'npm run task -- reindex builds it from this one.',
    )
  }
}
