import type { Deps } from '#app/domain/company/deps.server.ts'
import { newId } from '#db/id.ts'
import { publishedOpportunity } from '../support/fixtures.ts'
import { account, chamberStaff, now } from './company-support.ts'

const at = now.toISOString()

/** Two companies with something in every table that tells of companies, and staff who look after both. */
export async function twins(deps: Deps) {
  const { db } = deps
  const staff = await chamberStaff(db, 'CI')
  const people = { both: await account(db), own: await account(db) }
  const survivorId = await bareCompany(deps, 'Scierie du Bandama', { phone: '+2250707000001' })
  const mergedId = await bareCompany(deps, 'SCIERIE BANDAMA SARL', {
    phone: '+2250707000001',
    trade_name: 'Bandama Bois',
    headcount: 12,
    size_band: '10-49',
  })
  const third = await bareCompany(deps, 'Autre Société', {})
  const campaign = newId()
  await db
    .insertInto('campaign')
    .values({
      id: campaign,
      chamber_id: staff.chamberId,
      kind: 'event',
      title: 'Petit-déjeuner',
      on_day: '2026-12-01',
      place_id: null,
      note: null,
      created_by: staff.userId,
      created_at: at,
      closed_at: null,
    })
    .execute()
  for (const companyId of [survivorId, mergedId]) {
    await fill(deps, companyId, staff, campaign)
    await member(
      deps,
      companyId,
      people.both.userId,
      companyId === mergedId ? 'owner' : 'recruiter',
    )
  }
  await member(deps, mergedId, people.own.userId, 'owner')
  const [a, b] = [mergedId, third].sort() as [string, string]
  await db
    .insertInto('distinct_companies')
    .values({ company_a: a, company_b: b, decided_by: staff.userId, decided_at: at })
    .execute()
  await db
    .insertInto('handover')
    .values({
      id: newId(),
      chamber_id: staff.chamberId,
      from_id: null,
      to_id: staff.userId,
      company_ids: JSON.stringify([mergedId, third]),
      task_ids: '[]',
      made_by: staff.userId,
      created_at: at,
      undone_at: null,
    })
    .execute()
  const importId = newId()
  await db
    .insertInto('company_import')
    .values({
      id: importId,
      chamber_id: staff.chamberId,
      country: 'CI',
      file_name: 'liste.csv',
      status: 'applied',
      sheet: null,
      sheets: '[]',
      file: null,
      headings: '[]',
      mapping: '[]',
      row_count: 2,
      done: 2,
      counts: '{}',
      error: null,
      holder: null,
      holder_at: null,
      created_by: staff.userId,
      created_at: at,
      applied_at: at,
      undone_at: null,
    })
    .execute()
  const row = { import_id: importId, cells: '[]', parsed: null, problems: '[]', severity: null }
  const more = { twin_row: null, twin_reasons: '[]', decision: null, before: null }
  await db
    .insertInto('company_import_row')
    .values([
      { ...row, ...more, row_number: 1, outcome: 'new', twin_id: null, company_id: mergedId },
      { ...row, ...more, row_number: 2, outcome: 'duplicate', twin_id: mergedId, company_id: null },
    ])
    .execute()
  return { staff, people, survivorId, mergedId, third }
}

/** A company with a main site. */
export async function bareCompany(
  deps: Deps,
  legal_name: string,
  given: Record<string, string | number | null>,
): Promise<string> {
  const id = newId()
  await deps.db
    .insertInto('company')
    .values({
      id,
      country: 'CI',
      legal_name,
      trade_name: null,
      sector: '16',
      size_band: null,
      description: null,
      website: null,
      chamber_id: null,
      verified_at: null,
      verified_by: null,
      verified_evidence: null,
      created_by: null,
      created_at: at,
      updated_at: at,
      version: 3,
      headcount: null,
      founded_year: null,
      capital_origin: null,
      phone: null,
      email: null,
      verified_until: null,
      ...given,
    })
    .execute()
  await deps.db
    .insertInto('site')
    .values({
      id: newId(),
      company_id: id,
      name: 'Siège',
      place_id: 'ci-toumodi',
      address: null,
      is_main: 1,
      created_at: at,
      lat: null,
      lng: null,
    })
    .execute()
  return id
}

async function member(deps: Deps, companyId: string, userId: string, role: 'owner' | 'recruiter') {
  await deps.db
    .insertInto('membership')
    .values({
      id: newId(),
      user_id: userId,
      org_kind: 'company',
      org_id: companyId,
      role,
      created_at: at,
    })
    .execute()
}

/** A row of each table; where a company may have one only, both have it. */
async function fill(
  deps: Deps,
  company_id: string,
  staff: { userId: string; chamberId: string },
  campaign_id: string,
) {
  const { db } = deps
  const id = newId
  const chamber_id = staff.chamberId
  const made = { created_by: staff.userId, created_at: at }
  await db
    .insertInto('company_identifier')
    .values({
      country: 'CI',
      scheme: 'rccm',
      value: `CI-ABJ-2017-B-${company_id.slice(-5)}`,
      company_id,
    })
    .execute()
  await db
    .insertInto('company_sector')
    .values([
      { company_id, sector: '02' },
      { company_id, sector: '31' },
    ])
    .execute()
  await db
    .insertInto('company_contact')
    .values({
      id: id(),
      company_id,
      name: 'Awa',
      position: null,
      email: null,
      phone: null,
      consent: 'given',
      consent_at: at,
      ...made,
      updated_at: at,
      version: 1,
    })
    .execute()
  await db
    .insertInto('company_document')
    .values({
      id: id(),
      company_id,
      kind: 'tax',
      title: 'DFE',
      file_name: 'dfe.pdf',
      media_type: 'application/pdf',
      content: new Uint8Array([1, 2, 3]),
      added_by: staff.userId,
      created_at: at,
    })
    .execute()
  await db
    .insertInto('company_claim')
    .values({
      id: id(),
      company_id,
      user_id: staff.userId,
      status: 'open',
      message: null,
      created_at: at,
      decided_at: null,
      decided_by: null,
    })
    .execute()
  await db
    .insertInto('company_confirmation')
    .values({
      id: id(),
      chamber_id,
      company_id,
      token_hash: id(),
      sent_to: null,
      ...made,
      expires_at: at,
      answered_at: null,
      answer: null,
    })
    .execute()
  await db
    .insertInto('membership_invitation')
    .values({
      id: id(),
      org_kind: 'company',
      org_id: company_id,
      role: 'owner',
      contact: 'a@exemple.ci',
      token_hash: id(),
      invited_by: staff.userId,
      created_at: at,
      expires_at: at,
      accepted_at: null,
      withdrawn_at: null,
    })
    .execute()
  const site = await db
    .selectFrom('site')
    .select('id')
    .where('company_id', '=', company_id)
    .executeTakeFirstOrThrow()
  await publishedOpportunity(deps, { company_id, site_id: site.id })
  await db
    .insertInto('relation')
    .values({
      chamber_id,
      company_id,
      stage: company_id === (await newest(deps)) ? 'onboarded' : 'contacted',
      stage_since: '2026-10-01',
      owner_id: null,
      updated_at: at,
      version: 1,
    })
    .execute()
  const engagement = id()
  await db
    .insertInto('engagement')
    .values({
      id: engagement,
      chamber_id,
      company_id,
      kind: 'visit',
      on_day: '2026-11-02',
      outcome: 'interested',
      note: null,
      campaign_id: null,
      author_id: staff.userId,
      created_at: at,
    })
    .execute()
  await db
    .insertInto('task')
    .values({
      id: id(),
      chamber_id,
      company_id,
      title: 'Rappeler',
      due_on: '2026-12-01',
      assignee_id: null,
      ...made,
      done_at: null,
      done_by: null,
    })
    .execute()
  await db
    .insertInto('commitment')
    .values({
      id: id(),
      chamber_id,
      company_id,
      kind: 'internship',
      quantity: 6,
      due_on: '2027-06-30',
      note: null,
      status: 'open',
      kept_quantity: null,
      closed_on: null,
      ...made,
      version: 1,
    })
    .execute()
  await db
    .insertInto('intention')
    .values({
      id: id(),
      chamber_id,
      company_id,
      site_id: site.id,
      kind: 'job',
      occupation_uri: 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b',
      quarter: '2027-Q1',
      posts: 2,
      source: 'visit',
      status: 'open',
      outcome_posts: null,
      closed_on: null,
      ...made,
      version: 1,
    })
    .execute()
  await db
    .insertInto('campaign_company')
    .values({ campaign_id, company_id, status: 'invited', outcome: null, updated_at: at })
    .execute()
  for (const on_day of ['2026-11-20', `2026-11-${company_id === (await newest(deps)) ? 21 : 22}`]) {
    await db
      .insertInto('call_suggestion')
      .values({
        chamber_id,
        on_day,
        company_id,
        rank: 1,
        score: 0.5,
        reasons: '[]',
        status: 'open',
        until_day: null,
        why: null,
        decided_by: null,
        decided_at: null,
        engagement_id: engagement,
        task_id: null,
      })
      .execute()
  }
}

/** The one of the two twins that was written last: it is the one further along. */
async function newest(deps: Deps): Promise<string> {
  const row = await deps.db
    .selectFrom('company')
    .select('id')
    .where('legal_name', '=', 'SCIERIE BANDAMA SARL')
    .executeTakeFirstOrThrow()
  return row.id
}
