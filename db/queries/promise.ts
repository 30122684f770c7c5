import type { ReadDb } from '../open.ts'

/** What a company promised a chamber: open promises first, then by day. */
export async function commitmentsOf(db: ReadDb, chamberId: string, companyId: string) {
  return db
    .selectFrom('commitment')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('company_id', '=', companyId)
    .orderBy((eb) => eb.case().when('status', '=', 'open').then(0).else(1).end())
    .orderBy('due_on')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** The hires that a company expects, as this chamber or the firm itself told: open ones first, then by quarter. */
export async function intentionsOf(db: ReadDb, chamberId: string, companyId: string) {
  return db
    .selectFrom('intention')
    .leftJoin('site', 'site.id', 'intention.site_id')
    .selectAll('intention')
    .select('site.name as site_name')
    .where('intention.company_id', '=', companyId)
    .where((eb) =>
      eb.or([eb('intention.chamber_id', '=', chamberId), eb('intention.chamber_id', 'is', null)]),
    )
    .orderBy((eb) => eb.case().when('intention.status', '=', 'open').then(0).else(1).end())
    .orderBy('intention.quarter')
    .orderBy('intention.id')
    .limit(100)
    .execute()
}
