import type { SearchEngine } from '#search/engine.ts'
import { IndexIncomplete, SearchUnavailable } from '#search/unavailable.ts'

/** How long an engine that could not answer is left alone: one that hangs would hold up every page. */
const restMs = 1000

/** An engine that could not answer: when to try again, and whether a question is finding that out. */
interface Rest {
  readonly until: number
  trying: boolean
}

const resting = new WeakMap<SearchEngine, Rest>()

/**
 * Runs a question to the engine. Rejects with `SearchUnavailable` at once where it could not answer
 * a moment ago; afterwards one question tries it, and all others go without until that is answered.
 * An index that is only incomplete says so at once, and is asked again as soon as anybody wants to know.
 */
export async function askSearch<T>(search: SearchEngine, question: () => Promise<T>): Promise<T> {
  const rest = resting.get(search)
  if (rest && (rest.trying || performance.now() < rest.until)) {
    throw new SearchUnavailable('The search engine did not answer a moment ago')
  }
  if (rest) rest.trying = true
  try {
    const answer = await question()
    resting.delete(search)
    return answer
  } catch (error) {
    if (rest) rest.trying = false
    if (error instanceof IndexIncomplete) resting.delete(search)
    else if (error instanceof SearchUnavailable) {
      resting.set(search, { until: performance.now() + restMs, trying: false })
    }
    throw error
  }
}
