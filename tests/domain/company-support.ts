import { onTestFinished } from 'vitest'
import type { Membership, SignedIn } from '#app/domain/access.ts'
import { type Registration, registration } from '#app/domain/company/company.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { registerCompany } from '#app/domain/company/register-company.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { loadReference as readReference } from '#app/domain/reference/load-reference.server.ts'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { membershipsOf } from '#db/queries/membership.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { createDatabase } from '../support/database.ts'

export const now = new Date('2026-11-23T09:00:00Z')
export const ci = countryPack('CI')
export const tn = countryPack('TN')

let reference: ReturnType<typeof readReference> | undefined

/** A database of its own with the reference data, and what use cases need. */
export async function marketplace(dialect: Dialect): Promise<Deps & { readonly url: string }> {
  const open = await createDatabase(dialect)
  onTestFinished(() => open.drop())
  await loadReference(open.db, dialect)
  // The same data each time: read once for all tests of a file.
  reference ??= readReference(open.db)
  return { db: open.db, dialect, reference: await reference, now, url: open.url }
}

/** A new account without any membership. */
export async function account(db: Db, email = `${newId()}@example.ci`): Promise<SignedIn> {
  const userId = newId()
  await db
    .insertInto('auth_user')
    .values({
      id: userId,
      name: '',
      email,
      emailVerified: 1,
      image: null,
      phoneNumber: null,
      phoneNumberVerified: null,
      twoFactorEnabled: null,
      locale: 'fr',
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    })
    .execute()
  return { userId, memberships: [], profileId: null, twoFactor: false }
}

/** The account as it is seen at its next request. */
export async function again(db: Db, viewer: SignedIn): Promise<SignedIn> {
  return { ...viewer, memberships: await membershipsOf(db, viewer.userId) }
}

/** Staff of a new chamber; `admin1s` empty is the whole country. */
export async function chamberStaff(
  db: Db,
  country: string,
  admin1s: readonly string[] = [],
): Promise<SignedIn & { chamberId: string }> {
  const viewer = await account(db)
  const chamberId = newId()
  await db
    .insertInto('chamber')
    .values({
      id: chamberId,
      country,
      name: 'Chambre',
      admin1s: JSON.stringify(admin1s),
      created_at: now.toISOString(),
    })
    .execute()
  const membership: Membership = { orgKind: 'chamber', orgId: chamberId, role: 'staff' }
  return { ...viewer, memberships: [membership], chamberId }
}

/** A place of a country by its French name. */
export function place(deps: Deps, country: string, name: string): string {
  const found = deps.reference.findPlaces(country, name, 1)[0]
  if (!found) throw new Error(`no place ${name}`)
  return found.id
}

/** What a company's registration form sends, read by its schema. */
export function form(deps: Deps, changes: Record<string, unknown> = {}): Registration {
  return registration.parse({
    legalName: 'Ateliers du Pont SARL',
    identifiers: { rccm: 'CI-ABJ-2017-B-12345' },
    place: place(deps, 'CI', 'Abidjan'),
    ...changes,
  })
}

/** A registered company and its owner. */
export async function companyWithOwner(deps: Deps, changes: Record<string, unknown> = {}) {
  const begun = await account(deps.db)
  const { companyId } = await registerCompany(deps, begun, ci, form(deps, changes))
  return { companyId, owner: await again(deps.db, begun) }
}

/** Ids that the index was told of, of one kind, in order. */
export async function indexed(db: Db, kind: 'company' | 'opportunity'): Promise<string[]> {
  const rows = await db
    .selectFrom('index_change')
    .select('entity_id')
    .where('kind', '=', kind)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => row.entity_id)
}
