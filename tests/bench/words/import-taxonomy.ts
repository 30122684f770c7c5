import { buildField } from '#app/domain/reference/build-field.server.ts'
import { storeLinking } from '#app/domain/reference/linking-index.server.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { vocabularyRows } from '#db/queries/taxonomy.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { loadSynonyms } from '#db/seed/load-synonyms.ts'
import { answerParent } from '../in-child.ts'

export interface ImportInput {
  /** Of the database, which is made and left for others to ask. */
  readonly url: string
  /** ESCO's unpacked download; null for the built-in vocabulary alone. */
  readonly escoFolder: string | null
}

/** What bringing in the reference taxonomy took, as `import-esco` does it or, without ESCO, a first start. Seconds. */
export interface ImportFigures {
  readonly source: 'esco' | 'built-in'
  readonly occupations: number
  readonly skills: number
  /** The whole; then its parts. */
  readonly seconds: number
  /** Reading the files and writing their rows, a deployer's words too. */
  readonly rows: number
  /** Computing and storing the latent vectors (`build-field`). */
  readonly field: number
  /** Learning how words are linked to concepts, and storing it. */
  readonly linking: number
}

answerParent(async ({ url, escoFolder }: ImportInput): Promise<ImportFigures> => {
  const open = openDatabase(url)
  try {
    await migrate(open)
    // Any database has the built-in vocabulary before ESCO comes.
    if (escoFolder) await loadReference(open.db, open.dialect)
    const began = performance.now()
    if (escoFolder) await loadEsco(open, [escoFolder])
    else await loadReference(open.db, open.dialect)
    await loadSynonyms(open)
    const loaded = performance.now()
    await buildField(open.db)
    const computed = performance.now()
    await storeLinking(open.db, { small: true })
    const learnt = performance.now()
    const concepts = await vocabularyRows(open.db)
    const count = (wanted: string) => concepts.filter(({ kind }) => kind === wanted).length
    return {
      source: escoFolder ? 'esco' : 'built-in',
      occupations: count('occupation'),
      skills: count('skill'),
      seconds: (learnt - began) / 1000,
      rows: (loaded - began) / 1000,
      field: (computed - loaded) / 1000,
      linking: (learnt - computed) / 1000,
    }
  } finally {
    await open.close()
  }
})
