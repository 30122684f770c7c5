import type { ReadDb } from '../open.ts'
import { publicName } from './public-name.ts'

/** What the index holds of the published opportunities among these ids. Four queries whatever the number. */
export async function indexedOpportunities(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const opportunities = await db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .selectAll('opportunity')
    // Words that the index holds are found by everybody.
    .select((eb) => ['company.sector', publicName(eb).as('company_name')])
    .where('opportunity.id', 'in', ids)
    .where('opportunity.status', '=', 'published')
    .execute()
  if (opportunities.length === 0) return []
  const published = opportunities.map((one) => one.id)
  const of = <T extends { opportunity_id: string }>(rows: T[]) =>
    Map.groupBy(rows, (row) => row.opportunity_id)
  const skills = of(
    await db
      .selectFrom('opportunity_skill')
      .selectAll()
      .where('opportunity_id', 'in', published)
      .execute(),
  )
  const languages = of(
    await db
      .selectFrom('opportunity_language')
      .selectAll()
      .where('opportunity_id', 'in', published)
      .execute(),
  )
  return opportunities.map((opportunity) => ({
    opportunity,
    skills: skills.get(opportunity.id) ?? [],
    languages: languages.get(opportunity.id) ?? [],
  }))
}

export type IndexedOpportunity = Awaited<ReturnType<typeof indexedOpportunities>>[number]

/** Ids of all published opportunities, in order. */
export async function publishedOpportunityIds(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('opportunity')
    .select('id')
    .where('status', '=', 'published')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
