import type { ReadDb } from '../open.ts'

/** Who the person of a profile is. Callers check consent or ownership first. */
export function identityOf(db: ReadDb, profileId: string) {
  return db
    .selectFrom('identity')
    .select([
      'given_name as givenName',
      'family_name as familyName',
      'birth_date as birthDate',
      'phone',
      'email',
    ])
    .where('profile_id', '=', profileId)
    .executeTakeFirst()
}
