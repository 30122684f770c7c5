import { setImmediate } from 'node:timers/promises'
import type { SignedIn } from '#app/domain/access.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { type Twin, type TwinFacts, twinIndex } from '#app/domain/recognition/duplicates.ts'
import { toInstant } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import {
  companiesOnGround,
  identifiersOfCountry,
  sitesOfCountry,
} from '#db/queries/company-import.ts'
import { distinctPairs, registerStamp, twinDetails } from '#db/queries/company-merge.ts'
import { pairOf } from './merge.ts'

/** Two companies of a chamber that may be one. */
export interface TwinPair {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reasons: Twin['reasons']
}

/** Pairs of a chamber's companies, or how far the search for them is. */
export type TwinPairs =
  | { readonly state: 'ready'; readonly pairs: readonly TwinPair[] }
  | { readonly state: 'working'; readonly done: number; readonly total: number }

interface Search {
  readonly key: string
  done: number
  total: number
  pairs: readonly TwinPair[] | null
  readonly ended: Promise<void>
}

/** The last search of each chamber: comparing tens of thousands of companies takes seconds. */
const searches = new WeakMap<ReadDb, Map<string, Search>>()
/** Companies compared before others get their turn. */
const atOnce = 50

/**
 * The likely twins among the companies that a chamber looks after, the surest first, without those
 * that somebody said are not the same. Found anew after a company changed; other requests are served
 * meanwhile, and after `patience` milliseconds the answer is how far it is.
 */
export async function findTwins(
  db: ReadDb,
  chamber: ChamberGround,
  patience = 1_500,
): Promise<TwinPairs> {
  const key = `${chamber.country} ${chamber.admin1s.join()} ${await registerStamp(db, chamber.country)}`
  const ofDb = searches.get(db) ?? new Map<string, Search>()
  searches.set(db, ofDb)
  let search = ofDb.get(chamber.id)
  if (search?.key !== key) {
    search = startSearch(db, chamber, key)
    ofDb.set(chamber.id, search)
    const begun = search
    // A search that failed is begun again by whoever asks next.
    begun.ended.catch(() => {
      if (ofDb.get(chamber.id) === begun) ofDb.delete(chamber.id)
    })
  }
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<void>((done) => {
    timer = setTimeout(done, patience)
  })
  await Promise.race([search.ended, waited])
  clearTimeout(timer)
  if (search.pairs === null) return { state: 'working', done: search.done, total: search.total }
  const apart = new Set(
    (await distinctPairs(db, chamber.country)).map((one) => `${one.company_a} ${one.company_b}`),
  )
  return { state: 'ready', pairs: search.pairs.filter(({ a, b }) => !apart.has(`${a} ${b}`)) }
}

function startSearch(db: ReadDb, chamber: ChamberGround, key: string): Search {
  const search: { -readonly [K in keyof Search]: Search[K] } = {
    key,
    done: 0,
    total: 0,
    pairs: null,
    ended: Promise.resolve(),
  }
  search.ended = (async () => {
    const companies = await chamberFacts(db, chamber)
    search.total = companies.length
    const index = twinIndex()
    for (const [at, company] of companies.entries()) {
      index.add(company)
      if (at % atOnce === 0) await setImmediate()
    }
    const find = index.finder()
    const pairs = new Map<string, TwinPair>()
    for (const company of companies) {
      for (const twin of find(company)) {
        const [a, b] = pairOf(company.id, twin.id)
        pairs.set(`${a} ${b}`, { a, b, score: twin.score, reasons: twin.reasons })
      }
      search.done += 1
      if (search.done % atOnce === 0) await setImmediate()
    }
    search.pairs = [...pairs.values()].sort((x, y) => y.score - x.score || x.a.localeCompare(y.a))
  })()
  return search
}

/** What twins are told by, of all companies that a chamber looks after. */
export async function chamberFacts(db: ReadDb, chamber: ChamberGround): Promise<TwinFacts[]> {
  const [companies, identifiers, sites] = await Promise.all([
    companiesOnGround(db, chamber),
    identifiersOfCountry(db, chamber.country),
    sitesOfCountry(db, chamber.country),
  ])
  return factsOf(chamber.country, companies, identifiers, sites)
}

/** The same for single companies of a country, in their order. */
export async function pairFacts(
  db: ReadDb,
  country: string,
  companies: readonly NamedCompany[],
): Promise<TwinFacts[]> {
  const { identifiers, sites } = await twinDetails(
    db,
    companies.map((one) => one.id),
  )
  return factsOf(country, companies, identifiers, sites)
}

type NamedCompany = Awaited<ReturnType<typeof companiesOnGround>>[number]
type Details = Awaited<ReturnType<typeof twinDetails>>

function factsOf(
  country: string,
  companies: readonly NamedCompany[],
  identifiers: Details['identifiers'],
  sites: Details['sites'],
): TwinFacts[] {
  const pack = countryPack(country)
  const numbersOf = Map.groupBy(identifiers, (one) => one.company_id)
  const sitesOf = Map.groupBy(sites, (site) => site.company_id)
  return companies.map((company) => ({
    id: company.id,
    legalName: company.legal_name,
    tradeName: company.trade_name,
    identifiers: (numbersOf.get(company.id) ?? []).map(({ scheme, value }) => ({
      scheme,
      value,
      entityKey: pack.identifiers.find((one) => one.id === scheme)?.entityKey(value) ?? value,
    })),
    phones: company.phone ? [company.phone] : [],
    emails: company.email ? [company.email] : [],
    website: company.website,
    sites: (sitesOf.get(company.id) ?? []).map((site) => ({
      placeId: site.place_id,
      lat: site.lat ?? site.place_lat,
      lng: site.lng ?? site.place_lng,
    })),
  }))
}

/**
 * Remembers that two companies are not the same: the pair is not shown again. Both must be on the
 * viewer's ground. Throws `ExpectedError`: `not-found`, `conflict` for a company with itself.
 */
export async function setApart(
  deps: Pick<Deps, 'db' | 'now'>,
  viewer: SignedIn,
  one: string,
  other: string,
): Promise<void> {
  await chamberCompany(deps.db, viewer, one)
  await chamberCompany(deps.db, viewer, other)
  if (one === other) throw new ExpectedError('conflict')
  const [company_a, company_b] = pairOf(one, other)
  await deps.db
    .insertInto('distinct_companies')
    .values({
      company_a,
      company_b,
      decided_by: viewer.userId,
      decided_at: toInstant(deps.now),
    })
    .onConflict((conflict) => conflict.columns(['company_a', 'company_b']).doNothing())
    .execute()
}
