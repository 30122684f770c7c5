import type { ReadDb } from '../open.ts'

/** What is there of a profile: how many rows of each part, and the birth date of its identity. One query. */
export async function profileCounts(db: ReadDb, profileId: string) {
  return db
    .selectFrom('profile')
    .leftJoin('identity', 'identity.profile_id', 'profile.id')
    .selectAll('profile')
    .select('identity.birth_date')
    .select((eb) => [
      eb
        .selectFrom('experience')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('experience.profile_id', '=', 'profile.id')
        .as('experiences'),
      eb
        .selectFrom('profile_skill')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('profile_skill.profile_id', '=', 'profile.id')
        .as('skills'),
      eb
        .selectFrom('profile_language')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('profile_language.profile_id', '=', 'profile.id')
        .as('languages'),
    ])
    .where('profile.id', '=', profileId)
    .executeTakeFirst()
}
