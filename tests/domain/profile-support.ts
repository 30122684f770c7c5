import type { SignedIn } from '#app/domain/access.ts'
import { beginProfile } from '#app/domain/profile/begin-profile.server.ts'
import type { Change, ProfileDeps } from '#app/domain/profile/change-profile.server.ts'
import { saveExperience } from '#app/domain/profile/save-experience.server.ts'
import { saveIdentity } from '#app/domain/profile/save-identity.server.ts'
import { savePlace } from '#app/domain/profile/save-place.server.ts'
import { saveWishes } from '#app/domain/profile/save-wishes.server.ts'
import { loadReference as readReference } from '#app/domain/reference/load-reference.server.ts'
import { toInstant } from '#db/codec.ts'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import { profileById } from '#db/queries/profile.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { testDatabase } from '#tests/support/database.ts'

export const now = new Date('2026-11-23T09:00:00Z')

/** A person's identity that everything accepts; its words occur nowhere else. */
export const person = {
  givenName: 'Awazeta',
  familyName: 'Konéfiction',
  birthDate: '1990-03-15',
  phone: '07 07 12 34 56',
  email: 'Awazeta@exemple.ci',
}

/** A database of its own with the built-in reference data, and what profiles' use cases work with. */
export async function profileDesk(dialect: Dialect) {
  const open = await testDatabase(dialect)
  await loadReference(open.db, dialect)
  const reference = await readReference(open.db)
  const deps: ProfileDeps = { db: open.db, dialect, reference, now }
  const [occupation] = reference.suggest.occupations('soudeur', 'fr', 1)
  const [place] = reference.findPlaces('CI', 'Bouaké', 1)
  if (!occupation || !place) throw new Error('the built-in reference data lacks a welder or a town')
  return { ...open, dialect, deps, reference, occupation: occupation.uri, place: place.id }
}

export type Desk = Awaited<ReturnType<typeof profileDesk>>

/** Somebody with an account and nothing else. */
export async function newViewer({ db }: Desk): Promise<SignedIn> {
  const userId = newId()
  const at = toInstant(now)
  await db
    .insertInto('auth_user')
    .values({
      id: userId,
      name: '',
      email: `${userId}@exemple.ci`,
      emailVerified: 0,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  return { userId, memberships: [], profileId: null, twoFactor: false }
}

/** A counsellor of a programme of their own. */
export async function newCounsellor(desk: Desk) {
  const viewer = await newViewer(desk)
  const programmeId = newId()
  await desk.db
    .insertInto('programme')
    .values({ id: programmeId, country: 'CI', name: 'Bureau', created_at: toInstant(now) })
    .execute()
  return {
    programmeId,
    viewer: {
      ...viewer,
      memberships: [{ orgKind: 'programme', orgId: programmeId, role: 'counsellor' }],
    } satisfies SignedIn,
  }
}

/** Somebody who has begun a profile. */
export async function newOwner(desk: Desk): Promise<SignedIn & { profileId: string }> {
  const viewer = await newViewer(desk)
  return { ...viewer, profileId: await beginProfile(desk.deps, viewer, 'CI') }
}

/** The profile as it stands. Throws when there is none. */
export async function stored(desk: Desk, profileId: string) {
  const profile = await profileById(desk.db, profileId)
  if (!profile) throw new Error(`no profile ${profileId}`)
  return profile
}

/** A change of a profile from its newest version. */
export async function changing(desk: Desk, viewer: SignedIn, profileId: string): Promise<Change> {
  const { version } = await stored(desk, profileId)
  return { viewer, target: viewer.profileId === profileId ? 'own' : profileId, version }
}

export const experience = { ownWords: 'portails en fer', years: 3, months: 2, endYear: 2024 }
export const wishes = {
  kinds: ['job' as const],
  contracts: ['cdi'],
  licences: ['B' as const],
  payAmount: 180_000,
  payPeriod: 'month' as const,
}

/** Fills in all that a profile must have to be published, but for its confirmation. */
export async function fillIn(desk: Desk, viewer: SignedIn, profileId: string): Promise<void> {
  const change = () => changing(desk, viewer, profileId)
  await saveExperience(desk.deps, await change(), 'new', {
    ...experience,
    occupation: desk.occupation,
  })
  await savePlace(desk.deps, await change(), {
    place: desk.place,
    radius: 25,
    relocate: false,
    remote: true,
  })
  await saveWishes(desk.deps, await change(), wishes)
  await saveIdentity(desk.deps, await change(), person)
}
