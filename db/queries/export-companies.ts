import type { ReadDb } from '../open.ts'
import { type ChamberGround, type CompanyFilters, isImpossible, isListed } from './chamber.ts'

/** Where a part of the list begins: after this company. */
export interface After {
  readonly legalName: string
  readonly id: string
}

/**
 * The next companies of a chamber's list, by name, after one of them (from the first when null): going
 * through a long list so costs the same for every part, and nobody is skipped when others are added.
 */
export async function companiesAfter(
  db: ReadDb,
  chamber: ChamberGround,
  filters: CompanyFilters,
  after: After | null,
  limit: number,
) {
  if (isImpossible(filters)) return []
  let query = db
    .selectFrom('company')
    .select([
      'company.id',
      'company.legal_name',
      'company.trade_name',
      'company.sector',
      'company.verified_at',
    ])
    .where((eb) => isListed(eb, chamber, filters))
  if (after) {
    query = query
      .where('company.legal_name', '>=', after.legalName)
      .where((eb) =>
        eb.or([eb('company.legal_name', '>', after.legalName), eb('company.id', '>', after.id)]),
      )
  }
  const rows = await query
    .orderBy('company.legal_name')
    .orderBy('company.id')
    .limit(limit)
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [sites, claims, posts] = await Promise.all([
    db
      .selectFrom('site')
      .select(['company_id', 'place_id', 'lat', 'lng'])
      .where('company_id', 'in', ids)
      .orderBy('is_main', 'desc')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('company_claim')
      .select((eb) => ['company_id', eb.fn.countAll<number>().as('count')])
      .where('company_id', 'in', ids)
      .where('status', '=', 'open')
      .groupBy('company_id')
      .execute(),
    db
      .selectFrom('opportunity')
      .select((eb) => ['company_id', eb.fn.countAll<number>().as('count')])
      .where('company_id', 'in', ids)
      .where('status', '=', 'published')
      .groupBy('company_id')
      .execute(),
  ])
  const main = new Map(sites.toReversed().map((site) => [site.company_id, site]))
  const claimsOf = new Map(claims.map((row) => [row.company_id, Number(row.count)]))
  const postsOf = new Map(posts.map((row) => [row.company_id, Number(row.count)]))
  return rows.map((row) => ({
    ...row,
    site: main.get(row.id) ?? null,
    claims: claimsOf.get(row.id) ?? 0,
    published: postsOf.get(row.id) ?? 0,
  }))
}
