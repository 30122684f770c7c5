import { onTestFinished } from 'vitest'
import type { Membership, Viewer } from '#app/domain/access.ts'
import { rebuildIndex } from '#app/domain/indexing/apply-changes.server.ts'
import { loadReference, type Reference } from '#app/domain/reference/load-reference.server.ts'
import { siteSearch } from '#app/domain/search/site-search.server.ts'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { loadReference as seedReference } from '#db/seed/load-reference.ts'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { testDatabase } from '#tests/support/database.ts'

export const now = () => new Date('2026-11-23T09:00:00Z')
const written = '2026-11-01T08:00:00.000Z'

const inMemory = (taxonomy: Taxonomy): SearchEngine =>
  new EmbeddedEngine({ file: ':memory:', taxonomy })

/** A country's reference data, an empty index, and ways to fill the tables. */
export async function searchStores(dialect: Dialect, openEngine = inMemory) {
  const open = await testDatabase(dialect)
  const { db } = open
  await seedReference(db, dialect)
  const reference = await loadReference(db)
  const engine = openEngine(reference.taxonomy)
  const search = siteSearch(engine, { db, reference })
  onTestFinished(() => search.close())
  const stores = { db, search, reference, now }
  return {
    ...stores,
    stores,
    /** Brings the index up to what the tables say now. */
    index: () => rebuildIndex(stores),
    place: (name: string) => {
      const [place] = reference.findPlaces('CI', name, 1)
      if (!place) throw new Error(`no place ${name}`)
      return place
    },
    occupation: (words: string) => {
      const [found] = reference.suggest.occupations(words, 'fr', 1)
      if (!found) throw new Error(`no occupation ${words}`)
      return found.uri
    },
  }
}

export async function addUser(db: Db): Promise<string> {
  const id = newId()
  await db
    .insertInto('auth_user')
    .values({
      id,
      name: '',
      email: `${id}@example.test`,
      emailVerified: 0,
      createdAt: written,
      updatedAt: written,
    })
    .execute()
  return id
}

export async function addCompany(db: Db, name: string, sector = '25'): Promise<string> {
  const id = newId()
  await db
    .insertInto('company')
    .values({
      id,
      country: 'CI',
      legal_name: name,
      sector,
      created_at: written,
      updated_at: written,
      version: 1,
    })
    .execute()
  return id
}

type NewOpportunity = Partial<{
  title: string
  status: 'draft' | 'published' | 'paused' | 'filled' | 'closed' | 'expired'
  kind: 'job' | 'internship' | 'apprenticeship'
  occupation_uri: string | null
  place_id: string | null
  deadline: string | null
  contract: string | null
}>

export async function addOpportunity(
  { db, reference }: { db: Db; reference: Reference },
  companyId: string,
  given: NewOpportunity = {},
): Promise<string> {
  const id = newId()
  await db
    .insertInto('opportunity')
    .values({
      id,
      company_id: companyId,
      country: 'CI',
      kind: 'job',
      title: 'Soudeur',
      status: 'published',
      published_at: written,
      created_at: written,
      updated_at: written,
      version: 1,
      ...given,
    })
    .execute()
  const skills = given.occupation_uri ? reference.skillsOf(given.occupation_uri).slice(0, 8) : []
  for (const { uri, relation } of skills) {
    await db
      .insertInto('opportunity_skill')
      .values({ opportunity_id: id, skill_uri: uri, essential: relation === 'essential' ? 1 : 0 })
      .execute()
  }
  return id
}

/** A profile that has done the occupation and can do most of what it asks. */
export async function addProfile(
  { db, reference }: { db: Db; reference: Reference },
  userId: string | null,
  given: {
    occupation: string
    placeId: string | null
    status?: 'draft' | 'published' | 'paused'
    code: string
    skills?: number
  },
): Promise<string> {
  const id = newId()
  await db
    .insertInto('profile')
    .values({
      id,
      code: given.code,
      country: 'CI',
      user_id: userId,
      status: given.status ?? 'published',
      place_id: given.placeId,
      radius_km: 50,
      published_at: written,
      created_at: written,
      updated_at: written,
      version: 1,
    })
    .execute()
  await db
    .insertInto('experience')
    .values({
      id: newId(),
      profile_id: id,
      occupation_uri: given.occupation,
      months: 36,
      position: 0,
    })
    .execute()
  for (const { uri } of reference.skillsOf(given.occupation).slice(0, given.skills ?? 6)) {
    await db
      .insertInto('profile_skill')
      .values({ profile_id: id, skill_uri: uri, level: 3, evidence: 'self' })
      .execute()
  }
  return id
}

export const viewer = (
  userId: string,
  memberships: readonly Membership[] = [],
  profileId: string | null = null,
): Viewer => ({ userId, memberships, profileId, twoFactor: false })
