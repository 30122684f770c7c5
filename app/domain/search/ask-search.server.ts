import type { SearchEngine } from '#search/engine.ts'
import { SearchUnavailable } from '#search/unavailable.ts'

/** How long an engine that could not answer is left alone: one that hangs would hold up every page. */
const restMs = 1000

const restingUntil = new WeakMap<SearchEngine, number>()

/**
 * Runs a question to the engine. Rejects with `SearchUnavailable` at once where it could not answer
 * a moment ago.
 */
export async function askSearch<T>(search: SearchEngine, question: () => Promise<T>): Promise<T> {
  if (performance.now() < (restingUntil.get(search) ?? 0)) {
    throw new SearchUnavailable('The search engine did not answer a moment ago')
  }
  try {
    return await question()
  } catch (error) {
    if (error instanceof SearchUnavailable) restingUntil.set(search, performance.now() + restMs)
    throw error
  }
}
