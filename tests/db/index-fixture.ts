import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { applyIndexChanges } from '#app/domain/indexing/apply-changes.server.ts'
import {
  loadReference as loadWords,
  type Reference,
} from '#app/domain/reference/load-reference.server.ts'
import type { Task } from '#app/tasks/task.ts'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import type { OpenDatabase } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import type { SearchEngine } from '#search/engine.ts'
import { openSearch } from '#search/open.ts'
import { testDatabase } from '#tests/support/database.ts'

/** A database with companies, a search file of its own, and a way to run a task on both. */
export interface IndexFixture {
  readonly open: OpenDatabase
  readonly reference: Reference
  readonly search: SearchEngine
  /** Ids of the companies, in order. */
  readonly ids: readonly string[]
  /** Applies what is recorded, as the server's worker does. */
  applyAll(): Promise<void>
  /** Renames a company, and records the change unless told to forget it. */
  rename(id: string, name: string, given?: { forget: boolean }): Promise<void>
  /** The environment that names the search file. */
  readonly env: { readonly SEARCH_FILE: string }
  /** Runs a task on both. Returns what it printed; `log` is everything it said beside. */
  run(
    task: Task,
    args?: readonly string[],
    env?: Record<string, string>,
  ): Promise<{ printed: string[]; log: string[] }>
}

const now = new Date('2026-11-23T09:00:00Z')

/** The fixture with that many companies, in the index. */
export async function indexFixture(dialect: Dialect, companies: number): Promise<IndexFixture> {
  const open = await testDatabase(dialect)
  await loadReference(open.db, dialect)
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-index-'))
  const file = join(folder, 'search.db')
  const reference = await loadWords(open.db)
  const search = await openSearch({ file, taxonomy: reference.taxonomy })
  onTestFinished(async () => {
    await search.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const ids = Array.from({ length: companies }, () => newId()).sort()
  const at = now.toISOString()
  await open.db
    .insertInto('company')
    .values(
      ids.map((id, count) => ({
        id,
        country: 'CI',
        legal_name: `Société ${count}`,
        created_at: at,
        updated_at: at,
        version: 1,
      })),
    )
    .execute()
  await recordIndexChange(open.db, dialect, 'company', ids, now)
  const stores = { db: open.db, search, reference }
  const applyAll = async () => {
    while (await applyIndexChanges(stores));
  }
  await applyAll()
  return {
    open,
    reference,
    search,
    ids,
    applyAll,
    async rename(id, legal_name, { forget } = { forget: false }) {
      await open.db.updateTable('company').set({ legal_name }).where('id', '=', id).execute()
      if (!forget) await recordIndexChange(open.db, dialect, 'company', [id], now)
    },
    env: { SEARCH_FILE: file },
    async run(task, args = [], env = {}) {
      const printed: string[] = []
      const log: string[] = []
      await task.run(args, {
        open,
        env: { SEARCH_FILE: file, ...env },
        log: (line) => log.push(line),
        print: (line) => printed.push(line),
      })
      return { printed, log }
    },
  }
}
