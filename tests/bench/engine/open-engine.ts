import { join } from 'node:path'
import type { SearchEngine } from '#search/engine.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import type { MeilisearchServer } from '#search/meilisearch/connection.ts'
import { openSearch } from '#search/open.ts'

/** Where an engine's data are, so that several processes open the same. */
export interface EngineAt {
  readonly folder: string
  /** Null for the embedded engine. */
  readonly meili: MeilisearchServer | null
}

/** Opens the engine over that place. */
export function openEngine({ folder, meili }: EngineAt, taxonomy: Taxonomy): Promise<SearchEngine> {
  return openSearch({ file: join(folder, 'search.db'), taxonomy, meili })
}
