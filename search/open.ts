import { EmbeddedEngine } from './embedded/engine.ts'
import type { SearchEngine } from './engine.ts'
import type { Taxonomy } from './matching/taxonomy.ts'
import type { MeilisearchServer } from './meilisearch/connection.ts'
import { MeilisearchEngine } from './meilisearch/engine.ts'

export interface OpenSearchOptions {
  /** Path of the embedded engine's file, created where missing; `:memory:` for none. */
  readonly file: string
  readonly taxonomy: Taxonomy
  /** A Meilisearch server holds the index instead of the file. */
  readonly meili?: MeilisearchServer | null
  /** Told once, when the index starts empty or does not answer. */
  readonly log?: { warn(message: string): void }
}

/**
 * Opens the index. One that was missing, damaged or of another version starts empty, with
 * `appliedSequence()` 0: the caller rebuilds it. A Meilisearch server that is down is no error here:
 * the engine says `SearchUnavailable` until it is back.
 */
export async function openSearch({
  file,
  taxonomy,
  meili,
  log,
}: OpenSearchOptions): Promise<SearchEngine> {
  const engine = meili
    ? new MeilisearchEngine({ ...meili, taxonomy })
    : new EmbeddedEngine({ file, taxonomy })
  const { message } = await engine.health()
  if (message !== null) log?.warn(message)
  return engine
}
