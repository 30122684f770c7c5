import { rebuildIndex } from '#app/domain/indexing/apply-changes.server.ts'
import { loadReference as readReference } from '#app/domain/reference/load-reference.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { loadDemo as load } from '#app/tasks/seed-demo.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { openSearch } from '#search/open.ts'
import { answerParent } from '../in-child.ts'

/** What the demonstration takes to load, and the longest question somebody may ask of it. */
export interface DemoFigures {
  readonly profiles: number
  readonly companies: number
  /** From the reference data to the last row, accounts included. */
  readonly seconds: number
  /** A search for so many characters: words, one word or signs, whichever took longest. */
  readonly search: { readonly characters: number; readonly ms: number }
}

const characters = 10_000
const longest = ['soudeur ', 'é', '('].map((text) => text.repeat(characters / text.length))

answerParent(async ({ url }: { readonly url: string }): Promise<DemoFigures> => {
  const open = openDatabase(url)
  try {
    await migrate(open)
    await loadReference(open.db, open.dialect)
    const config = readConfig({ APP_MODE: 'test' })
    const began = performance.now()
    await load(open, config, new Date('2026-11-23T09:00:00Z'))
    const seconds = (performance.now() - began) / 1000
    const reference = await readReference(open.db)
    const search = await openSearch({ file: ':memory:', taxonomy: reference.taxonomy })
    await rebuildIndex({ db: open.db, search, reference })
    let ms = 0
    for (const text of longest) {
      const asked = performance.now()
      await search.search('profile', { text })
      ms = Math.max(ms, performance.now() - asked)
    }
    await search.close()
    const count = async (table: 'profile' | 'company') =>
      (await open.db.selectFrom(table).select('id').execute()).length
    return {
      profiles: await count('profile'),
      companies: await count('company'),
      seconds,
      search: { characters, ms },
    }
  } finally {
    await open.close()
  }
})
