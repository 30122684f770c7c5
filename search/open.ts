import { EmbeddedEngine } from './embedded/engine.ts'
import type { SearchEngine } from './engine.ts'
import type { Taxonomy } from './matching/taxonomy.ts'

export interface OpenSearchOptions {
  /** Path of the embedded engine's file, created where missing; `:memory:` for none. */
  readonly file: string
  readonly taxonomy: Taxonomy
  /** Told once, when the index starts empty. */
  readonly log?: { warn(message: string): void }
}

/**
 * Opens the index. One that was missing, damaged or of another version starts empty, with
 * `appliedSequence()` 0: the caller rebuilds it.
 */
export async function openSearch({
  file,
  taxonomy,
  log,
}: OpenSearchOptions): Promise<SearchEngine> {
  const engine = new EmbeddedEngine({ file, taxonomy })
  const { message } = await engine.health()
  if (message !== null) log?.warn(message)
  return engine
}
