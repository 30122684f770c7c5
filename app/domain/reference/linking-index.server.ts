import { toInstant } from '#db/codec.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { linkingIndexes, linkingLoads, linkingOrigins, linkingRows } from '#db/queries/linking.ts'
import { indexFromBytes, indexToBytes } from '#search/linking/pack-index.ts'
import { buildTitleIndex, type TitleIndex } from '#search/linking/title-index.ts'
import type { Lang, LinkingRows, VocabularyRow } from '#search/linking/vocabulary.ts'

type Kind = VocabularyRow['kind']

const kinds: readonly Kind[] = ['occupation', 'skill']
const languages: readonly Lang[] = ['fr', 'en', 'ar']

/** A vocabulary of at most so many occupations is learnt from in seconds, also where nothing is stored. */
const mostAtOnce = 500

/** What was computed and written. */
export interface LinkingCounts {
  readonly indexes: number
  readonly bytes: number
}

/**
 * Learns from the loaded vocabularies how words are linked to concepts and stores it, unless the stored indexes were
 * computed from the same vocabularies and synonyms. About a minute for the whole of ESCO. A small vocabulary takes a second and is
 * stored with `small` only: so that a server that starts need not learn it while people wait.
 */
export async function storeLinking(
  db: Db,
  { small = false }: { readonly small?: boolean } = {},
): Promise<LinkingCounts | 'unchanged'> {
  const loads = await linkingLoads(db)
  const origins = await linkingOrigins(db)
  const current = origins.filter((it) => it.loads === loads)
  if (current.length === kinds.length * languages.length) return 'unchanged'
  const rows = await linkingRows(db)
  if (!small && isSmall(rows)) {
    await db.deleteFrom('linking_index').execute()
    return 'unchanged'
  }
  let bytes = 0
  for (const kind of kinds) {
    for (const lang of languages) {
      const packed = Buffer.from(indexToBytes(buildTitleIndex(rows, kind, lang)).buffer)
      bytes += packed.length
      const values = { loads, bytes: packed, built_at: toInstant(new Date()) }
      await db
        .insertInto('linking_index')
        .values({ kind, lang, ...values })
        .onConflict((conflict) => conflict.columns(['kind', 'lang']).doUpdateSet(values))
        .execute()
    }
  }
  return { indexes: kinds.length * languages.length, bytes }
}

/**
 * The stored indexes, opened when first asked for. Where none fits the vocabulary, those of a small one are built in
 * memory, and a large one has none: null.
 */
export async function readLinking(
  db: ReadDb,
): Promise<(kind: Kind, lang: Lang) => TitleIndex | null> {
  const stored = new Map<string, Uint8Array>()
  for (const { kind, lang, bytes } of await linkingIndexes(db, await linkingLoads(db))) {
    stored.set(`${kind} ${lang}`, bytes)
  }
  const rows = stored.size === 0 ? await smallVocabulary(db) : null
  return (kind, lang) => {
    const bytes = stored.get(`${kind} ${lang}`)
    if (bytes) return indexFromBytes(bytes)
    return rows && buildTitleIndex(rows, kind, lang)
  }
}

async function smallVocabulary(db: ReadDb): Promise<LinkingRows | null> {
  const rows = await linkingRows(db)
  return isSmall(rows) ? rows : null
}

function isSmall({ concepts }: LinkingRows): boolean {
  return concepts.filter(({ kind }) => kind === 'occupation').length <= mostAtOnce
}
