import { type IndexRunStores, indexStore } from '#app/domain/indexing/index-runs.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { openSearch } from '#search/open.ts'
import type { TaskContext } from './task.ts'

/** Runs work on the index that the config names, and closes it. */
export async function withIndex<T>(
  { open, env, log }: Pick<TaskContext, 'open' | 'env' | 'log'>,
  work: (stores: IndexRunStores) => Promise<T>,
): Promise<T> {
  const config = readConfig({ APP_MODE: 'development', ...env })
  const reference = await loadReference(open.db)
  const search = await openSearch({
    file: config.searchFile,
    meili: config.meili,
    taxonomy: reference.taxonomy,
    log: { warn: log },
  })
  try {
    const now = () => new Date()
    return await work({ db: open.db, search, reference, now, store: indexStore(config) })
  } finally {
    await search.close()
  }
}
