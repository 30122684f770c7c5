import { setImmediate } from 'node:timers/promises'
import type { ReadDb } from '#db/open.ts'
import { type IndexedKind, indexChangesAfter, lastIndexChange } from '#db/queries/index-change.ts'
import { companyIds, indexedCompanies } from '#db/queries/indexed-companies.ts'
import { indexedOpportunities, publishedOpportunityIds } from '#db/queries/indexed-opportunities.ts'
import { indexedProfiles, publishedProfileIds } from '#db/queries/indexed-profiles.ts'
import type { Documents, SearchEngine } from '#search/engine.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { companyDocument } from './company-document.server.ts'
import { opportunityDocument } from './opportunity-document.server.ts'
import { profileDocument } from './profile-document.server.ts'

interface Stores {
  readonly db: ReadDb
  readonly search: SearchEngine
  readonly reference: Reference
}

const batch = 500

/** The documents that should be in the index for these ids; an id without one is not to be found. */
export async function documentsOf<K extends IndexedKind>(
  kind: K,
  ids: readonly string[],
  { db, reference }: Pick<Stores, 'db' | 'reference'>,
): Promise<Documents[K][]> {
  const readers: { [Kind in IndexedKind]: () => Promise<Documents[Kind][]> } = {
    profile: async () =>
      (await indexedProfiles(db, ids)).map((row) => profileDocument(row, reference)),
    opportunity: async () =>
      (await indexedOpportunities(db, ids)).map((row) => opportunityDocument(row, reference)),
    company: async () =>
      (await indexedCompanies(db, ids)).map((row) => companyDocument(row, reference)),
  }
  return readers[kind]()
}

/**
 * Applies the next recorded changes, at most 500, from the place the engine remembers. What is
 * written is the row as it is now, so doing it twice does no harm. Returns true when more wait.
 */
export async function applyIndexChanges(stores: Stores): Promise<boolean> {
  const { db, search } = stores
  const changes = await indexChangesAfter(db, await search.appliedSequence(), batch)
  const last = changes.at(-1)
  if (!last) return false
  const idsOf = (kind: IndexedKind) => [
    ...new Set(changes.filter((change) => change.kind === kind).map((change) => change.entityId)),
  ]
  const ids = {
    profile: idsOf('profile'),
    opportunity: idsOf('opportunity'),
    company: idsOf('company'),
  }
  const put = {
    profile: await documentsOf('profile', ids.profile, stores),
    opportunity: await documentsOf('opportunity', ids.opportunity, stores),
    company: await documentsOf('company', ids.company, stores),
  }
  const gone = (kind: IndexedKind) => {
    const there = new Set(put[kind].map((document) => document.id))
    return ids[kind].filter((id) => !there.has(id))
  }
  const remove = {
    profile: gone('profile'),
    opportunity: gone('opportunity'),
    company: gone('company'),
  }
  await search.apply({ put, remove }, last.sequence)
  return changes.length === batch
}

/** Told how many documents are done, of how many. */
export type Progress = (done: number, total: number) => void

/**
 * All documents of a kind. Ids are read when the first is asked for: by then the engine notes what
 * changes, so that nothing published in between is missed, even by a rebuild that is not the last.
 */
async function* documentStream<K extends IndexedKind>(
  kind: K,
  stores: Stores,
  done: (documents: number) => void,
): AsyncGenerator<Documents[K]> {
  const ids = await idsOf[kind](stores.db)
  for (let start = 0; start < ids.length; start += batch) {
    const part = ids.slice(start, start + batch)
    yield* await documentsOf(kind, part, stores)
    done(part.length)
    // SQLite answers at once: without a turn of the loop nobody else would be served meanwhile.
    await setImmediate()
  }
}

const idsOf = {
  company: companyIds,
  profile: publishedProfileIds,
  opportunity: publishedOpportunityIds,
}

/** Builds the whole index anew from the database while searches go on with the old one. Returns the number of documents by kind. */
export async function rebuildIndex(
  stores: Stores,
  progress: Progress = () => {},
): Promise<Record<IndexedKind, number>> {
  const { db, search } = stores
  // Read first: a change made while we build is applied again afterwards.
  const sequence = await lastIndexChange(db)
  let total = 0
  for (const read of Object.values(idsOf)) total += (await read(db)).length
  let sum = 0
  const done = (documents: number) => {
    sum += documents
    progress(sum, Math.max(sum, total))
  }
  progress(0, total)
  const build = <K extends IndexedKind>(kind: K, options?: { sequence: number }) =>
    search.rebuild(kind, documentStream(kind, stores, done), options)
  return {
    company: await build('company'),
    profile: await build('profile'),
    opportunity: await build('opportunity', { sequence }),
  }
}
