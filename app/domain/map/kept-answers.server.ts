import type { ReadDb } from '#db/open.ts'
import { lastIndexChange } from '#db/queries/index-change.ts'

interface Kept<Answer> {
  readonly last: number
  readonly until: number
  readonly answer: Promise<Answer>
}

/**
 * Keeps costly answers by what was asked: until something changes, and for `leastMs` at least however
 * much changes, so that a busy morning does not compute the same thing for every page. At most `most`
 * are kept, the latest. What is asked twice at once is computed once; a failure is not kept.
 */
export function keptAnswers<Answer>({ leastMs, most }: { leastMs: number; most: number }) {
  const stores = new WeakMap<ReadDb, Map<string, Kept<Answer>>>()
  return async (db: ReadDb, asked: string, compute: () => Promise<Answer>): Promise<Answer> => {
    const kept = stores.get(db) ?? new Map<string, Kept<Answer>>()
    stores.set(db, kept)
    const last = await lastIndexChange(db)
    const before = kept.get(asked)
    if (before && (before.last === last || performance.now() < before.until)) return before.answer
    const answer = compute()
    // The oldest goes first: a Map remembers in which order it was filled.
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
    kept.delete(asked)
    kept.set(asked, { last, until: performance.now() + leastMs, answer })
    answer.catch(() => kept.delete(asked))
    return answer
  }
}
