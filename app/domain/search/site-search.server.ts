import { findEmptied } from '#app/domain/indexing/find-emptied.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { lastIndexChange } from '#db/queries/index-change.ts'
import type { SearchEngine } from '#search/engine.ts'
import { queryWords } from '#search/text/tokens.ts'
import { singularOf, typosAllowed } from '#search/text/typos.ts'
import { IndexIncomplete } from '#search/unavailable.ts'

/** How often, at most, an index that has nothing is looked at more closely. */
const emptiedEveryMs = 1000

/**
 * The engine as pages ask it. Searches and candidates reject with `IndexIncomplete` while the index
 * must be built and the database has published something: a part of it would be told as the whole.
 * Words that the vocabulary knows are told to searches, so that they are not read as typos.
 */
export function siteSearch(
  engine: SearchEngine,
  stores: { readonly db: ReadDb; readonly reference: Pick<Reference, 'suggest'> },
): SearchEngine {
  const { db, reference } = stores
  let looked: { readonly at: number; readonly done: Promise<void> } | null = null

  /** Whether answers are whole; those of a database that never published anything always are. */
  const whole = async () => (await engine.whole()) || (await lastIndexChange(db)) === 0
  const checkWhole = async () => {
    if (!(await whole())) throw new IndexIncomplete('The index must be built before it can answer')
  }
  const lookForEmptied = (): Promise<void> => {
    const now = performance.now()
    if (looked === null || now - looked.at > emptiedEveryMs) {
      looked = { at: now, done: distrustEmptied() }
    }
    return looked.done
  }
  const distrustEmptied = async () => {
    const applied = await engine.appliedSequence()
    if (applied > 0 && (await findEmptied(db, engine, applied))) await engine.distrust()
  }
  /** Checked before and after: an index may be lost, and one that was lost be built, meanwhile. */
  const answered = async <T extends { readonly total: number }>(ask: () => Promise<T>) => {
    await checkWhole()
    const answer = await ask()
    if (answer.total === 0) await lookForEmptied()
    await checkWhole()
    return answer
  }

  return {
    search: (kind, query) => {
      const { text } = query
      const known = query.known ?? (text ? knownWords(reference, text) : [])
      return answered(() => engine.search(kind, { ...query, known }))
    },
    candidates: ((...asked: Parameters<SearchEngine['candidates']>) =>
      answered(() => engine.candidates(...asked))) as SearchEngine['candidates'],
    apply: (changes, sequence) => engine.apply(changes, sequence),
    put: (kind, documents, sequence) => engine.put(kind, documents, sequence),
    remove: (kind, ids, sequence) => engine.remove(kind, ids, sequence),
    rebuild: (kind, documents, options) => engine.rebuild(kind, documents, options),
    get: (kind, ids) => engine.get(kind, ids),
    manifest: (kind) => engine.manifest(kind),
    appliedSequence: () => engine.appliedSequence(),
    whole,
    distrust: () => engine.distrust(),
    settled: () => engine.settled(),
    health: () => engine.health(),
    close: () => engine.close(),
  }
}

/**
 * The folded words of a text that stand in labels of occupations and skills, a deployer's synonyms
 * among them, in any language, be it in the singular; of a word still being typed, the beginning. Only
 * such as are long enough to be taken for typos.
 */
export function knownWords({ suggest }: Pick<Reference, 'suggest'>, text: string): string[] {
  const isKnown = (word: string, prefix: boolean) =>
    suggest.knows(word, prefix) || suggest.knows(singularOf(word))
  return queryWords(text)
    .filter(({ word, prefix }) => typosAllowed(word) > 0 && isKnown(word, prefix))
    .map(({ word }) => word)
}
