import type { Index } from 'meilisearch'
import { keyOf } from './codes.ts'
import type { Clauses } from './filter.ts'
import { EMBEDDER } from './settings.ts'
import type { StoredParts } from './stored-document.ts'

/** Up to so many documents are all read and scored: one in fifty of 125,000. */
export const NARROW = 2500
/** Documents a request: one of more would hold up others. */
const READ = 1000
const LISTED = ['id', 'checksum', 'point'] as const
const WHOLE = ['id', 'checksum', 'facts', 'inferred', 'point'] as const

/** A document by name, or with all that scoring needs of it. */
export type Listed = Pick<StoredParts, (typeof LISTED)[number]> &
  Partial<Pick<StoredParts, 'facts' | 'inferred'>>
export type Whole = Pick<StoredParts, (typeof WHOLE)[number]>

/** All documents that pass the filter, by name or `whole`. */
export async function everything(
  index: Index<StoredParts>,
  filter: Clauses,
  whole: boolean,
): Promise<Listed[]> {
  const documents = new Map<string, Listed>()
  for (let offset = 0; offset < NARROW; offset += READ) {
    const { results } = await index.getDocuments({
      filter,
      offset,
      limit: READ,
      fields: [...(whole ? WHOLE : LISTED)],
    })
    // A document removed meanwhile shifts the others: none may count twice.
    for (const stored of results) documents.set(stored.id, stored)
    if (results.length < READ) break
  }
  return [...documents.values()]
}

/** The names of those with the nearest vectors among documents that pass the filter. */
export async function nearest(
  index: Index<StoredParts>,
  filter: Clauses,
  vector: number[],
  limit: number,
): Promise<Listed[]> {
  const { hits } = await index.search(null, {
    filter,
    vector,
    hybrid: { embedder: EMBEDDER, semanticRatio: 1 },
    limit,
    attributesToRetrieve: [...LISTED],
  })
  return hits
}

/** Documents among these ids as they are now, those that still pass the filter, by id. */
export async function wholeOf(
  index: Index<StoredParts>,
  filter: Clauses,
  ids: readonly string[],
): Promise<Map<string, Whole>> {
  const found = new Map<string, Whole>()
  for (let at = 0; at < ids.length; at += READ) {
    const keys = ids.slice(at, at + READ).map(keyOf)
    const { results } = await index.getDocuments({
      filter: [...filter, `key IN [${keys.join(', ')}]`],
      limit: READ,
      fields: [...WHOLE],
    })
    for (const stored of results) found.set(stored.id, stored)
  }
  return found
}
