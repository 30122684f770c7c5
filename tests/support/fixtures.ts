import { randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import { toInstant, toList } from '#db/codec.ts'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import type { CompanyTable } from '#db/schema/company.ts'
import type { OpportunityTable } from '#db/schema/opportunity.ts'
import type { ProfileTable } from '#db/schema/profile.ts'

// Whole records, written straight to a database that holds the reference data. Each is written as a
// use case would: with the change that tells the index, in one transaction.

/** Where records are written. */
export interface Store {
  readonly db: Db
  readonly dialect: Dialect
}

/** The ESCO occupation "welder", which the built-in vocabulary holds too. */
export const welder = 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b'

const now = () => toInstant(new Date())
const daysFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Letters and digits that nobody else has. */
export const unique = (length = 8) =>
  randomBytes(length).toString('hex').slice(0, length).toUpperCase()

/** The id of a place of the country, Abidjan unless told. */
export async function placeId({ db }: Store, name = 'Abidjan'): Promise<string> {
  const place = await db
    .selectFrom('place')
    .select('id')
    .where('name_fr', '=', name)
    .orderBy('weight', 'desc')
    .executeTakeFirstOrThrow()
  return place.id
}

/** Skills that the occupation asks for, essential first, by their URIs. */
export async function skillsOf({ db }: Store, occupation = welder): Promise<string[]> {
  const rows = await db
    .selectFrom('occupation_skill')
    .select('skill_uri')
    .where('occupation_uri', '=', occupation)
    .orderBy('relation')
    .orderBy('skill_uri')
    .execute()
  return rows.map((row) => row.skill_uri)
}

/** A chamber of these units (ISO 3166-2), of the whole country when there are none; its id. */
export async function chamber({ db }: Store, admin1s: readonly string[] = []): Promise<string> {
  const id = newId()
  await db
    .insertInto('chamber')
    .values({
      id,
      country: 'CI',
      name: `Chambre ${unique()}`,
      admin1s: toList(admin1s),
      created_at: now(),
    })
    .execute()
  return id
}

/** A programme office; its id. */
export async function programme({ db }: Store, name = `Programme ${unique()}`): Promise<string> {
  const id = newId()
  await db.insertInto('programme').values({ id, country: 'CI', name, created_at: now() }).execute()
  return id
}

/** A verified company with its main site in a town, Abidjan unless told; its id. */
export async function company(
  store: Store,
  given: Partial<Insertable<CompanyTable>> = {},
  town = 'Abidjan',
): Promise<string> {
  const id = given.id ?? newId()
  const place_id = await placeId(store, town)
  await store.db.transaction().execute(async (trx) => {
    const row: Insertable<CompanyTable> = {
      country: 'CI',
      legal_name: `Ateliers ${unique()} SARL`,
      trade_name: null,
      sector: '25',
      size_band: '10-49',
      description: 'Construction métallique et soudure.',
      website: null,
      chamber_id: null,
      verified_at: now(),
      verified_by: null,
      verified_evidence: null,
      created_by: null,
      created_at: now(),
      updated_at: now(),
      version: 1,
      ...given,
      id,
    }
    await trx.insertInto('company').values(row).execute()
    await trx
      .insertInto('site')
      .values({
        id: newId(),
        company_id: id,
        name: 'Siège',
        place_id,
        address: null,
        is_main: 1,
        created_at: now(),
      })
      .execute()
    await recordIndexChange(trx, store.dialect, 'company', [id], new Date())
  })
  return id
}

/** A published opportunity for welders in Abidjan, of a new company unless one is given; its id. */
export async function publishedOpportunity(
  store: Store,
  given: Partial<Insertable<OpportunityTable>> = {},
): Promise<string> {
  const id = given.id ?? newId()
  const company_id = given.company_id ?? (await company(store))
  const place_id = await placeId(store)
  const skills = (await skillsOf(store)).slice(0, 6)
  await store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('opportunity')
      .values({
        site_id: null,
        country: 'CI',
        kind: 'job',
        contract: 'cdi',
        title: 'Soudeur ou soudeuse',
        description: 'Souder des charpentes en atelier, lire des plans, travailler en équipe.',
        occupation_uri: welder,
        education: 3,
        experience_months: 12,
        place_id,
        posts: 2,
        pay_min: 150_000,
        pay_max: 200_000,
        pay_currency: 'XOF',
        pay_period: 'month',
        start_date: daysFromNow(30),
        end_date: null,
        deadline: daysFromNow(60),
        status: 'published',
        published_at: now(),
        closed_at: null,
        created_by: null,
        created_at: now(),
        updated_at: now(),
        version: 1,
        ...given,
        id,
        company_id,
      })
      .execute()
    await trx
      .insertInto('opportunity_skill')
      .values(
        skills.map((skill_uri, at) => ({
          opportunity_id: id,
          skill_uri,
          essential: at < 3 ? 1 : 0,
        })),
      )
      .execute()
    await trx
      .insertInto('opportunity_language')
      .values({ opportunity_id: id, language: 'fr', level: 3, required: 1 })
      .execute()
    await recordIndexChange(trx, store.dialect, 'opportunity', [id], new Date())
  })
  return id
}

/** What `publishedProfile` wrote. */
export interface ProfileFixture {
  readonly id: string
  readonly code: string
  readonly experienceId: string
}

/** A published profile of a welder in Abidjan, with an identity apart. */
export async function publishedProfile(
  store: Store,
  given: Partial<Insertable<ProfileTable>> = {},
): Promise<ProfileFixture> {
  const id = given.id ?? newId()
  const experienceId = newId()
  const code = given.code ?? `CI-${unique(6)}-${unique(6)}`
  const place_id = await placeId(store)
  const skills = (await skillsOf(store)).slice(0, 5)
  await store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('profile')
      .values({
        country: 'CI',
        user_id: null,
        programme_id: null,
        entered_by: null,
        confirmed_at: now(),
        status: 'published',
        headline: 'Soudeur',
        summary: 'Six ans de soudure en atelier et sur chantier.',
        education: 4,
        place_id,
        radius_km: 30,
        available_from: null,
        pay_amount: 120_000,
        pay_currency: 'XOF',
        pay_period: 'month',
        created_at: now(),
        updated_at: now(),
        published_at: now(),
        version: 1,
        ...given,
        id,
        code,
      })
      .execute()
    await trx
      .insertInto('identity')
      .values({
        profile_id: id,
        given_name: 'Awa',
        family_name: `Test-${unique(4)}`,
        birth_date: '1990-03-15',
        phone: '+2250707123456',
        email: null,
        updated_at: now(),
      })
      .execute()
    await trx
      .insertInto('experience')
      .values({
        id: experienceId,
        profile_id: id,
        occupation_uri: welder,
        own_words: 'soudure de portails',
        country: 'CI',
        sector: '25',
        months: 72,
        end_year: 2025,
        description: null,
        position: 0,
      })
      .execute()
    await trx
      .insertInto('profile_skill')
      .values(
        skills.map((skill_uri) => ({
          profile_id: id,
          skill_uri,
          level: 3,
          evidence: 'self' as const,
          own_words: null,
        })),
      )
      .execute()
    await trx
      .insertInto('profile_language')
      .values({ profile_id: id, language: 'fr', level: 5 })
      .execute()
    await recordIndexChange(trx, store.dialect, 'profile', [id], new Date())
  })
  return { id, code, experienceId }
}
