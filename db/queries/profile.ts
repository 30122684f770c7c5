import type { ReadDb } from '../open.ts'

/** A profile by its id, without its parts and without identity. */
export function profileById(db: ReadDb, id: string) {
  return db.selectFrom('profile').selectAll().where('id', '=', id).executeTakeFirst()
}

export type ProfileRow = NonNullable<Awaited<ReturnType<typeof profileById>>>

/** What somebody did, the latest first: what goes on before what ended. */
export function experiencesOf(db: ReadDb, profileId: string) {
  return db
    .selectFrom('experience')
    .selectAll()
    .where('profile_id', '=', profileId)
    .orderBy((eb) => eb.fn.coalesce('end_year', eb.lit(9999)), 'desc')
    .orderBy('position', 'desc')
    .execute()
}

/** One experience of a profile. */
export function experienceOf(db: ReadDb, profileId: string, experienceId: string) {
  return db
    .selectFrom('experience')
    .selectAll()
    .where('profile_id', '=', profileId)
    .where('id', '=', experienceId)
    .executeTakeFirst()
}

/** Skills of a profile, the best mastered first. */
export function skillsOfProfile(db: ReadDb, profileId: string) {
  return db
    .selectFrom('profile_skill')
    .selectAll()
    .where('profile_id', '=', profileId)
    .orderBy('level', 'desc')
    .orderBy('skill_uri')
    .execute()
}

/** Languages of a profile, the best spoken first. */
export function languagesOf(db: ReadDb, profileId: string) {
  return db
    .selectFrom('profile_language')
    .selectAll()
    .where('profile_id', '=', profileId)
    .orderBy('level', 'desc')
    .orderBy('language')
    .execute()
}

/** Diplomas and certificates of a profile, in the order they were told. */
export function qualificationsOf(db: ReadDb, profileId: string) {
  return db
    .selectFrom('qualification')
    .selectAll()
    .where('profile_id', '=', profileId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
