import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { indexChangesAfter, lastIndexChange } from '#db/queries/index-change.ts'
import {
  companiesChangedSince,
  companyState,
  mapCompanies,
  mapPostSkills,
  mapPosts,
  mapSites,
} from '#db/queries/map.ts'
import { fold } from '#search/text/fold.ts'

/** An establishment on the map; exact coordinates where somebody gave them. */
export interface SiteFact {
  readonly id: string
  readonly placeId: string
  readonly lat: number | null
  readonly lng: number | null
}

/** What the map knows of a company. */
export interface CompanyFact {
  readonly id: string
  readonly name: string
  /** The name as lists are ordered by it. */
  readonly sortKey: string
  readonly sector: string | null
  readonly size: string | null
  readonly headcount: number | null
  readonly chamberId: string | null
  readonly verified: boolean
  readonly isPublic: boolean
  readonly createdOn: string
  readonly version: number
  /** The main site first. */
  readonly sites: readonly SiteFact[]
  /** Places of its sites, each once, the main one first. */
  readonly placeIds: readonly string[]
  /** Units (ISO 3166-2) of its sites. */
  readonly units: readonly string[]
}

/** A published opportunity. */
export interface PostFact {
  readonly id: string
  readonly companyId: string
  /** Where the work is: its own place, else that of its site, else of the firm. */
  readonly placeId: string | null
  readonly kind: string
  readonly occupation: string | null
  readonly posts: number
  readonly deadline: string | null
  readonly publishedOn: string
  readonly skills: readonly string[]
  readonly essential: readonly string[]
}

/** A country's companies and published opportunities, as the database has them now. */
export interface CountryFacts {
  readonly companies: ReadonlyMap<string, CompanyFact>
  readonly posts: ReadonlyMap<string, PostFact>
  /** Another number after every change: what was computed from the same facts is still true. */
  readonly version: number
}

interface Stores {
  readonly db: ReadDb
  readonly reference: Reference
}

interface Kept {
  companies: Map<string, CompanyFact>
  posts: Map<string, PostFact>
  version: number
  last: number
  newest: string
}

/** More changes than this are not followed one by one. */
const mostFollowed = 3000

const kept = new WeakMap<ReadDb, Map<string, Promise<Kept>>>()
let versions = 0
const nextVersion = () => {
  versions += 1
  return versions
}

/**
 * The facts of a country. Read whole once in a process (20,000 companies: a fifth of a second); after
 * that each call asks where the changes of the index and of the companies stand and reads only what
 * changed, so that a page never shows yesterday's figures. Counting 20,000 companies in memory takes a
 * millisecond, under any filter; grouping them in SQL would take forty, for each measure.
 */
export async function countryFacts(stores: Stores, country: string): Promise<CountryFacts> {
  const byCountry = kept.get(stores.db) ?? new Map<string, Promise<Kept>>()
  kept.set(stores.db, byCountry)
  const before = byCountry.get(country)
  // One after the other: two pages that find the same change read it once.
  const now = before
    ? before.then(
        (facts) => follow(stores, country, facts),
        () => readAll(stores, country),
      )
    : readAll(stores, country)
  byCountry.set(country, now)
  return now
}

async function readAll({ db, reference }: Stores, country: string): Promise<Kept> {
  // Before the rows: what changes while they are read is read again.
  const last = await lastIndexChange(db)
  const { newest } = await companyState(db, country)
  const facts: Kept = {
    companies: new Map(),
    posts: new Map(),
    version: nextVersion(),
    last,
    newest,
  }
  await readCompanies({ db, reference }, country, facts, null)
  await readPosts({ db, reference }, country, facts, null)
  return facts
}

async function follow(stores: Stores, country: string, facts: Kept): Promise<Kept> {
  const { db } = stores
  const [last, state] = await Promise.all([lastIndexChange(db), companyState(db, country)])
  const still = last === facts.last && state.newest === facts.newest
  if (still && state.count === facts.companies.size) return facts
  const changes = last === facts.last ? [] : await indexChangesAfter(db, facts.last, mostFollowed)
  if (changes.length === mostFollowed || last < facts.last) return readAll(stores, country)
  const companies = new Set(
    changes.filter((one) => one.kind === 'company').map((one) => one.entityId),
  )
  if (state.newest !== facts.newest) {
    // Thousands may have changed at one instant, by an import: their versions tell what is known already.
    for (const { id, version } of await companiesChangedSince(db, country, facts.newest)) {
      if (facts.companies.get(id)?.version !== version) companies.add(id)
    }
  }
  const posts = new Set(
    changes.filter((one) => one.kind === 'opportunity').map((one) => one.entityId),
  )
  // An opportunity without a place of its own stands where its firm does.
  for (const post of facts.posts.values()) if (companies.has(post.companyId)) posts.add(post.id)
  if (companies.size > mostFollowed) return readAll(stores, country)
  await readCompanies(stores, country, facts, [...companies])
  await readPosts(stores, country, facts, [...posts])
  if (facts.companies.size !== state.count) return readAll(stores, country)
  facts.last = changes.at(-1)?.sequence ?? last
  facts.newest = state.newest
  if (companies.size + posts.size > 0) facts.version = nextVersion()
  return facts
}

/** Reads companies into the facts: all, or those among the ids, and forgets those that are gone. */
async function readCompanies(
  { db, reference }: Stores,
  country: string,
  facts: Kept,
  ids: readonly string[] | null,
): Promise<void> {
  if (ids?.length === 0) return
  const [rows, sites] = await Promise.all([
    mapCompanies(db, country, ids),
    mapSites(db, country, ids),
  ])
  const sitesOf = Map.groupBy(sites, (site) => site.company_id)
  for (const id of ids ?? []) facts.companies.delete(id)
  for (const row of rows) {
    const own = sitesOf.get(row.id) ?? []
    const placeIds = [...new Set(own.map((site) => site.place_id))]
    const name = row.trade_name ?? row.legal_name
    facts.companies.set(row.id, {
      id: row.id,
      name,
      sortKey: fold(name),
      sector: row.sector,
      size: row.size_band,
      headcount: row.headcount,
      chamberId: row.chamber_id,
      verified: row.verified_at !== null,
      isPublic: row.visibility === 'public',
      createdOn: row.created_at.slice(0, 10),
      version: row.version,
      sites: own.map(({ id, place_id, lat, lng }) => ({ id, placeId: place_id, lat, lng })),
      placeIds,
      units: [...new Set(placeIds.flatMap((id) => reference.place(id)?.admin1 ?? []))],
    })
  }
}

/** The same for opportunities. Companies must be there already. */
async function readPosts(
  { db }: Stores,
  country: string,
  facts: Kept,
  ids: readonly string[] | null,
): Promise<void> {
  if (ids?.length === 0) return
  const [rows, skills] = await Promise.all([
    mapPosts(db, country, ids),
    mapPostSkills(db, country, ids),
  ])
  const skillsOf = Map.groupBy(skills, (skill) => skill.opportunity_id)
  for (const id of ids ?? []) facts.posts.delete(id)
  for (const row of rows) {
    const company = facts.companies.get(row.company_id)
    const site = company?.sites.find((one) => one.id === row.site_id)
    const own = skillsOf.get(row.id) ?? []
    facts.posts.set(row.id, {
      id: row.id,
      companyId: row.company_id,
      placeId: row.place_id ?? site?.placeId ?? company?.placeIds[0] ?? null,
      kind: row.kind,
      occupation: row.occupation_uri,
      posts: row.posts,
      deadline: row.deadline,
      publishedOn: (row.published_at ?? '').slice(0, 10),
      skills: own.map((skill) => skill.skill_uri),
      essential: own.filter((skill) => skill.essential === 1).map((skill) => skill.skill_uri),
    })
  }
}
