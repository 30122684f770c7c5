import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { fromList } from '../codec.ts'
import type { ReadDb } from '../open.ts'
import type { CompanyTable } from '../schema/company.ts'
import type { Database } from '../schema/index.ts'

type SizeBand = NonNullable<CompanyTable['size_band']>

/** A chamber and the ground it covers; `admin1s` empty is the whole country. */
export interface ChamberGround {
  readonly id: string
  readonly country: string
  readonly name: string
  readonly admin1s: readonly string[]
}

/** The chambers among these ids, by name. */
export async function chambersById(db: ReadDb, ids: readonly string[]): Promise<ChamberGround[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('chamber')
    .select(['id', 'country', 'name', 'admin1s'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, admin1s: fromList(row.admin1s) }))
}

/** What narrows the list of a chamber's companies. */
export interface CompanyFilters {
  readonly verified?: boolean | undefined
  readonly claimed?: boolean | undefined
  /** Divisions of ISIC; any of them. */
  readonly sectors?: readonly string[] | undefined
  readonly admin1?: string | undefined
  readonly sizes?: readonly SizeBand[] | undefined
  /** Only these, as a search by words found them. */
  readonly ids?: readonly string[] | undefined
}

type Eb = ExpressionBuilder<Database, 'company'>

/** A company with a site in one of these units. */
function hasSiteIn(eb: Eb, admin1s: readonly string[]): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('site')
      .innerJoin('place', 'place.id', 'site.place_id')
      .select('site.id')
      .whereRef('site.company_id', '=', 'company.id')
      .where('place.admin1', 'in', admin1s),
  )
}

/** The companies that a chamber looks after: the same rule as `looksAfter` of the domain, in SQL. */
export function isLookedAfter(eb: Eb, chamber: ChamberGround): Expression<SqlBool> {
  const country = eb('company.country', '=', chamber.country)
  if (chamber.admin1s.length === 0) return country
  const anySite = eb
    .selectFrom('site')
    .select('site.id')
    .whereRef('site.company_id', '=', 'company.id')
  return eb.and([
    country,
    eb.or([
      eb('company.chamber_id', '=', chamber.id),
      hasSiteIn(eb, chamber.admin1s),
      eb.not(eb.exists(anySite)),
    ]),
  ])
}

function hasOpenClaim(eb: Eb): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('company_claim')
      .select('company_claim.id')
      .whereRef('company_claim.company_id', '=', 'company.id')
      .where('company_claim.status', '=', 'open'),
  )
}

/** The companies of a chamber's list. */
export function isListed(
  eb: Eb,
  chamber: ChamberGround,
  filters: CompanyFilters,
): Expression<SqlBool> {
  const all = [isLookedAfter(eb, chamber)]
  if (filters.verified === true) all.push(eb('company.verified_at', 'is not', null))
  if (filters.verified === false) all.push(eb('company.verified_at', 'is', null))
  if (filters.claimed) all.push(hasOpenClaim(eb))
  if (filters.sectors) all.push(eb('company.sector', 'in', filters.sectors))
  if (filters.admin1) all.push(hasSiteIn(eb, [filters.admin1]))
  if (filters.sizes) all.push(eb('company.size_band', 'in', filters.sizes))
  if (filters.ids) all.push(eb('company.id', 'in', filters.ids))
  return eb.and(all)
}

/** True where filters leave nothing by themselves. */
export const isImpossible = (filters: CompanyFilters) =>
  filters.ids?.length === 0 || filters.sectors?.length === 0

/** Companies of a chamber, by name, with their main place, open claims and published opportunities. */
export async function companiesOfChamber(
  db: ReadDb,
  chamber: ChamberGround,
  filters: CompanyFilters,
  page: { limit: number; offset: number },
) {
  if (isImpossible(filters)) return []
  return db
    .selectFrom('company')
    .select((eb) => [
      'company.id',
      'company.legal_name',
      'company.trade_name',
      'company.sector',
      'company.verified_at',
      eb
        .selectFrom('site')
        .select('site.place_id')
        .whereRef('site.company_id', '=', 'company.id')
        .orderBy('site.is_main', 'desc')
        .orderBy('site.id')
        .limit(1)
        .as('place_id'),
      eb
        .selectFrom('company_claim')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('company_claim.company_id', '=', 'company.id')
        .where('company_claim.status', '=', 'open')
        .as('claims'),
      eb
        .selectFrom('opportunity')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('opportunity.company_id', '=', 'company.id')
        .where('opportunity.status', '=', 'published')
        .as('published'),
    ])
    .where((eb) => isListed(eb, chamber, filters))
    .orderBy('company.legal_name')
    .orderBy('company.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** How many companies of a chamber pass the filters. */
export async function countCompanies(
  db: ReadDb,
  chamber: ChamberGround,
  filters: CompanyFilters,
): Promise<number> {
  if (isImpossible(filters)) return 0
  const row = await db
    .selectFrom('company')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => isListed(eb, chamber, filters))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Names and official numbers of all companies of a chamber, for a search by words. */
export async function companyNames(db: ReadDb, chamber: ChamberGround) {
  const [names, numbers] = await Promise.all([
    db
      .selectFrom('company')
      .select(['id', 'legal_name', 'trade_name'])
      .where((eb) => isLookedAfter(eb, chamber))
      .execute(),
    db
      .selectFrom('company_identifier')
      .innerJoin('company', 'company.id', 'company_identifier.company_id')
      .select(['company_id', 'value'])
      .where('company.country', '=', chamber.country)
      .execute(),
  ])
  return { names, numbers }
}
