import type { SearchEngine } from '#search/engine.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { describeCandidates } from './contract-candidates.ts'
import { describeFilters } from './contract-filters.ts'
import { describeText } from './contract-text.ts'
import { describeWrites } from './contract-writes.ts'

/** Opens an empty engine that matches with this taxonomy; tests close it. */
export type OpenEngine = (taxonomy: Taxonomy) => Promise<SearchEngine>

/** What every engine must do: one suite, run on each. */
export function describeEngine(name: string, open: OpenEngine): void {
  describeText(name, open)
  describeFilters(name, open)
  describeWrites(name, open)
  describeCandidates(name, open)
}
