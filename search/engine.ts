import type { OpportunityKind } from './documents/common.ts'
import type { CompanyDocument } from './documents/company.ts'
import type { Need, OpportunityDocument, OpportunityStatus } from './documents/opportunity.ts'
import type { Offer, ProfileDocument, ProfileStatus, VerifiedFlag } from './documents/profile.ts'
import type { Band } from './matching/band.ts'
import type { Explanation } from './matching/explain.ts'
import type { ScoreParts } from './matching/match.ts'

/** The documents of each kind. */
export interface Documents {
  readonly profile: ProfileDocument
  readonly opportunity: OpportunityDocument
  readonly company: CompanyDocument
}

export type Kind = keyof Documents

export const KINDS: readonly Kind[] = ['profile', 'opportunity', 'company']

/** Both ends count; a document without the value never passes a range. */
export interface Range<T> {
  readonly min?: T
  readonly max?: T
}

export interface Point {
  readonly lat: number
  readonly lng: number
}

export interface Near extends Point {
  readonly km: number
}

/** What filters of every kind have. An absent filter lets all pass; an empty any-of set lets none. */
export interface CommonFilters {
  /** Any of these documents. */
  readonly id?: readonly string[]
  /** None of these documents. */
  readonly notId?: readonly string[]
  readonly country?: readonly string[]
  readonly admin1?: readonly string[]
  readonly placeId?: readonly string[]
  readonly near?: Near
}

export interface ProfileFilters extends CommonFilters {
  readonly status?: readonly ProfileStatus[]
  /** Any of these occupation URIs. */
  readonly occupation?: readonly string[]
  /** Any of these ISCO-08 codes, of one to four digits: `72` holds `7212`. */
  readonly isco?: readonly string[]
  /** Any of these skill URIs. */
  readonly skill?: readonly string[]
  /** All of these skill URIs. */
  readonly allSkills?: readonly string[]
  /** All of these languages, each at this level or above. */
  readonly languages?: readonly { readonly code: string; readonly min: number }[]
  readonly education?: Range<number>
  readonly experienceMonths?: Range<number>
  /** All of these licences. */
  readonly licences?: readonly string[]
  /** Wants any of these kinds (people who state none want all). */
  readonly kind?: readonly OpportunityKind[]
  /** Accepts any of these contracts (people who state none accept all). */
  readonly contract?: readonly string[]
  readonly relocate?: boolean
  readonly remote?: boolean
  /** Days; people who can start at once have no day and pass any `max`. */
  readonly availableFrom?: Range<string>
  /** All of these checks. */
  readonly verified?: readonly VerifiedFlag[]
  /** Instants. */
  readonly updatedAt?: Range<string>
  /** Only profiles that have blocked none of these companies. */
  readonly notBlocking?: readonly string[]
}

export interface OpportunityFilters extends CommonFilters {
  readonly status?: readonly OpportunityStatus[]
  readonly companyId?: readonly string[]
  /** None of these companies. */
  readonly notCompanyId?: readonly string[]
  /** Any of these ISIC codes or their beginnings: `41` holds `4100`. */
  readonly sector?: readonly string[]
  readonly kind?: readonly OpportunityKind[]
  readonly contract?: readonly string[]
  readonly occupation?: readonly string[]
  readonly isco?: readonly string[]
  /** Any of these skill URIs, essential or not. */
  readonly skill?: readonly string[]
  /** Asks for any of these languages. */
  readonly language?: readonly string[]
  /** Least education asked; an opportunity that asks none passes any `max`. */
  readonly education?: Range<number>
  /** Least experience asked; none asked is 0. */
  readonly experienceMonths?: Range<number>
  readonly remote?: boolean
  readonly start?: Range<string>
  readonly deadline?: Range<string>
  /** Opportunities without a deadline, or whose deadline is this day or later. */
  readonly openOn?: string
  readonly publishedAt?: Range<string>
}

export interface CompanyFilters extends CommonFilters {
  readonly sector?: readonly string[]
  readonly stage?: readonly string[]
  readonly verified?: boolean
  readonly sizeBand?: readonly string[]
  readonly updatedAt?: Range<string>
}

export interface Filters {
  readonly profile: ProfileFilters
  readonly opportunity: OpportunityFilters
  readonly company: CompanyFilters
}

/** What can be counted. `isco` and `sector` count every beginning of a code, as a tree wants. */
export interface Facets {
  readonly profile:
    | 'country'
    | 'status'
    | 'admin1'
    | 'placeId'
    | 'occupation'
    | 'isco'
    | 'skill'
    | 'language'
    | 'education'
    | 'licences'
    | 'kind'
    | 'contract'
    | 'relocate'
    | 'remote'
    | 'verified'
  readonly opportunity:
    | 'country'
    | 'status'
    | 'admin1'
    | 'placeId'
    | 'companyId'
    | 'sector'
    | 'kind'
    | 'contract'
    | 'occupation'
    | 'isco'
    | 'skill'
    | 'language'
    | 'education'
    | 'remote'
  readonly company: 'country' | 'admin1' | 'placeId' | 'sector' | 'stage' | 'verified' | 'sizeBand'
}

/** `relevance` without text is `newest`; `distance` needs `near` or `origin`. */
export type Sort = 'relevance' | 'newest' | 'distance' | 'deadline'

export interface Query<K extends Kind> {
  /** Words as people type them; the last one may be unfinished. Only the first 200 characters count. */
  readonly text?: string
  /**
   * Words of the text, folded, that are known to be spelt right: where no document of the kind holds
   * them (whole or, of the last one, as a beginning) they are not read as typos, only in the singular.
   */
  readonly known?: readonly string[]
  readonly filters?: Filters[K]
  readonly facets?: readonly Facets[K][]
  readonly sort?: Sort
  /** Where distances are measured from, when `filters.near` is absent. */
  readonly origin?: Point
  /** From 1. */
  readonly page?: number
  /** 1 to 100; 20 unless told. */
  readonly size?: number
}

export interface Hit {
  readonly id: string
  /** Relevance to the text, for ordering only; 0 without text. */
  readonly score: number
  /** Null without an origin or a place. */
  readonly distanceKm: number | null
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface Result<K extends Kind> {
  /** In order, ties by id: pages never overlap while nothing is written. */
  readonly hits: readonly Hit[]
  /** Exact up to 1,000 at least. */
  readonly total: number
  readonly page: number
  readonly size: number
  /** Counts over the whole result, greatest first, at most 100 values each. */
  readonly facets: { readonly [F in Facets[K]]?: readonly FacetCount[] }
  readonly tookMs: number
}

/** A document with its exact match score; every hard condition is met. */
export interface Candidate {
  readonly id: string
  readonly score: number
  readonly parts: ScoreParts
  /** How people are shown the pair; null when there is nothing to judge by. */
  readonly band: Band | null
  readonly distanceKm: number | null
  /** Term by term, where `explain` was asked for; null elsewhere. */
  readonly explanation: Explanation | null
}

/** What to give besides the best pairs. */
export interface CandidateOptions<K extends 'profile' | 'opportunity'> {
  /** 0 to 1,000 pairs; 20 unless told. */
  readonly limit?: number
  /** What to count among all that pass the filters and hard conditions. */
  readonly facets?: readonly Facets[K][]
  /** Whether each pair comes with its explanation. */
  readonly explain?: boolean
}

export interface Candidates<K extends 'profile' | 'opportunity' = 'profile' | 'opportunity'> {
  /** By score, then id: the best `limit` among all that pass the filters and hard conditions. */
  readonly hits: readonly Candidate[]
  /** How many pass the filters and hard conditions, whatever their score; exact up to 2,000 at least. */
  readonly total: number
  /** Counts over those, greatest first, at most 100 values each. */
  readonly facets: { readonly [F in Facets[K]]?: readonly FacetCount[] }
  /** How the best were found, for logs and tests. */
  readonly plan: 'filter' | 'postings' | 'vector'
  /** How many documents were scored exactly. */
  readonly scored: number
  readonly tookMs: number
}

/** A set of changes applied together, or not at all where the engine can promise it. */
export interface Changes {
  readonly put?: { readonly [K in Kind]?: readonly Documents[K][] }
  readonly remove?: { readonly [K in Kind]?: readonly string[] }
}

export interface Health {
  readonly engine: 'embedded' | 'meilisearch'
  /** Of the server or of the library underneath; null while it does not answer. */
  readonly version: string | null
  readonly ok: boolean
  /** Why the engine is not well, or how it started: `missing`, `damaged`, `version`. */
  readonly started: 'existing' | 'missing' | 'damaged' | 'version'
  /** One line for an operator; null when there is nothing to say. */
  readonly message: string | null
  readonly counts: { readonly [K in Kind]: number }
  readonly appliedSequence: number
}

export interface RebuildOptions {
  /** Outbox sequence the documents are known to include; recorded with the swap, even where it is lower. */
  readonly sequence?: number
}

/** Id and checksum of one indexed document, to find drift from the database. */
export interface ManifestEntry {
  readonly id: string
  readonly checksum: string
}

/**
 * The index, whichever engine holds it. It is disposable: everything in it can be rebuilt from the
 * database. Methods reject with an Error when the engine cannot answer; bad queries never do.
 */
export interface SearchEngine {
  search<K extends Kind>(kind: K, query: Query<K>): Promise<Result<K>>
  /** The best profiles for a need. */
  candidates(
    kind: 'profile',
    need: Need,
    filters?: ProfileFilters,
    options?: CandidateOptions<'profile'>,
  ): Promise<Candidates<'profile'>>
  /** The best opportunities for an offer. */
  candidates(
    kind: 'opportunity',
    offer: Offer,
    filters?: OpportunityFilters,
    options?: CandidateOptions<'opportunity'>,
  ): Promise<Candidates<'opportunity'>>
  /** Applies changes of several kinds together and, in the same step, records the outbox sequence. */
  apply(changes: Changes, sequence?: number): Promise<void>
  /** Adds documents or replaces those of the same id. */
  put<K extends Kind>(kind: K, documents: readonly Documents[K][], sequence?: number): Promise<void>
  /** Unknown ids are ignored. */
  remove(kind: Kind, ids: readonly string[], sequence?: number): Promise<void>
  /**
   * Replaces all documents of a kind, built aside and swapped at once; reads go on meanwhile, and
   * changes applied meanwhile survive the swap. Returns how many documents the kind then has.
   */
  rebuild<K extends Kind>(
    kind: K,
    documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
    options?: RebuildOptions,
  ): Promise<number>
  /** The stored documents among these ids, in no order. */
  get<K extends Kind>(kind: K, ids: readonly string[]): Promise<readonly Documents[K][]>
  /** Every document's id and checksum (see `search/documents/checksum.ts`), by id. */
  manifest(kind: Kind): AsyncIterable<ManifestEntry>
  /** The greatest outbox sequence recorded; 0 when the index must be rebuilt. */
  appliedSequence(): Promise<number>
  /**
   * Whether searches answer from a whole index: not while `appliedSequence()` is 0, unless memory from
   * before a loss still answers. To be asked at every search: what is known is remembered for a second
   * at most, and forgotten by an answer without results.
   */
  whole(): Promise<boolean>
  /** Takes the recorded sequence back to 0 until a rebuild: what is held is not what it should be. */
  distrust(): Promise<void>
  /** Resolves when everything applied so far is visible to searches. */
  settled(): Promise<void>
  health(): Promise<Health>
  close(): Promise<void>
}
