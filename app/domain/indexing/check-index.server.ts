import { setImmediate } from 'node:timers/promises'
import type { ReadDb } from '#db/open.ts'
import { type IndexedKind, indexChangesAfter, lastIndexChange } from '#db/queries/index-change.ts'
import { companyIds } from '#db/queries/indexed-companies.ts'
import { publishedOpportunityIds } from '#db/queries/indexed-opportunities.ts'
import { publishedProfileIds } from '#db/queries/indexed-profiles.ts'
import { checksumOf } from '#search/documents/checksum.ts'
import { KINDS, type SearchEngine } from '#search/engine.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { documentsOf, type Progress } from './apply-changes.server.ts'

interface Stores {
  readonly db: ReadDb
  readonly search: SearchEngine
  readonly reference: Reference
}

/** A document that is not as the database has it: not there, there without reason, or another. */
export interface IndexDifference {
  readonly kind: IndexedKind
  readonly id: string
  readonly problem: 'missing' | 'left-over' | 'outdated'
}

/** How the index stands to the database. */
export interface IndexCheck {
  /** By kind, then id. */
  readonly differences: readonly IndexDifference[]
  /** How many documents should be there, by kind. */
  readonly documents: Readonly<Record<IndexedKind, number>>
  /** Recorded changes that the index has not applied yet: no fault, and their documents are not judged. */
  readonly waiting: number
  /** Changes are recorded and the index has seen none: it is to be built as a whole. */
  readonly unbuilt: boolean
  /** The index has seen changes that the database does not know: it was made from another one. */
  readonly foreign: boolean
}

const batch = 500

/**
 * Compares every document of the index with the one that the database would give now, by checksum.
 * A document with a change under way is left to the worker, so the check may run beside a server.
 */
export async function checkIndex(
  stores: Stores,
  progress: Progress = () => {},
): Promise<IndexCheck> {
  const { db, search } = stores
  // Before anything else is read: whatever changes from here on has a greater sequence.
  const applied = await search.appliedSequence()
  const last = await lastIndexChange(db)
  const indexed = await manifests(search)
  const wanted = await checksums(stores, progress)
  const underWay = await changedAfter(db, applied)
  const differences = KINDS.flatMap((kind) => {
    const ids = [...new Set([...wanted[kind].keys(), ...indexed[kind].keys()])].sort()
    return ids.flatMap((id): IndexDifference[] => {
      const there = indexed[kind].get(id)
      const due = wanted[kind].get(id)
      if (there === due || underWay.has(`${kind} ${id}`)) return []
      const problem = there === undefined ? 'missing' : due === undefined ? 'left-over' : 'outdated'
      return [{ kind, id, problem }]
    })
  })
  const documents = {
    profile: wanted.profile.size,
    opportunity: wanted.opportunity.size,
    company: wanted.company.size,
  }
  return {
    differences,
    documents,
    waiting: underWay.size,
    unbuilt: applied === 0 && last > 0,
    foreign: applied > last,
  }
}

/**
 * Writes into the index what the database has for these documents, and checks again. A server that
 * applies a newer change at the same moment may be overwritten: what differs then is mended in the
 * next of at most three rounds. Returns the last check, without differences when all are mended.
 */
export async function repairIndex(stores: Stores, check: IndexCheck): Promise<IndexCheck> {
  let last = check
  for (let round = 0; round < 3 && last.differences.length > 0; round++) {
    for (const kind of KINDS) {
      const ids = last.differences.filter((one) => one.kind === kind).map((one) => one.id)
      for (let start = 0; start < ids.length; start += batch) {
        const part = ids.slice(start, start + batch)
        const documents = await documentsOf(kind, part, stores)
        const there = new Set(documents.map((document) => document.id))
        const gone = part.filter((id) => !there.has(id))
        await stores.search.apply({ put: { [kind]: documents }, remove: { [kind]: gone } })
      }
    }
    await stores.search.settled()
    last = await checkIndex(stores)
  }
  return last
}

type ByKind = Record<IndexedKind, Map<string, string>>

async function manifests(search: SearchEngine): Promise<ByKind> {
  const all = emptyByKind()
  for (const kind of KINDS) {
    for await (const { id, checksum } of search.manifest(kind)) all[kind].set(id, checksum)
  }
  return all
}

async function checksums(stores: Stores, progress: Progress): Promise<ByKind> {
  const all = emptyByKind()
  const ids = {
    profile: await publishedProfileIds(stores.db),
    opportunity: await publishedOpportunityIds(stores.db),
    company: await companyIds(stores.db),
  }
  const total = ids.profile.length + ids.opportunity.length + ids.company.length
  let done = 0
  progress(done, total)
  for (const kind of KINDS) {
    for (let start = 0; start < ids[kind].length; start += batch) {
      const part = ids[kind].slice(start, start + batch)
      for (const document of await documentsOf(kind, part, stores)) {
        all[kind].set(document.id, checksumOf(document))
      }
      done += part.length
      progress(done, total)
      // SQLite answers at once: without a turn of the loop nobody else would be served meanwhile.
      await setImmediate()
    }
  }
  return all
}

/** Documents whose change the index has not applied yet, as "kind id". */
async function changedAfter(db: ReadDb, sequence: number): Promise<Set<string>> {
  const changed = new Set<string>()
  for (let after = sequence; ; ) {
    const changes = await indexChangesAfter(db, after, batch)
    for (const { kind, entityId } of changes) changed.add(`${kind} ${entityId}`)
    const last = changes.at(-1)
    if (!last || changes.length < batch) return changed
    after = last.sequence
  }
}

function emptyByKind(): ByKind {
  return { profile: new Map(), opportunity: new Map(), company: new Map() }
}
