import type { ReadDb } from '../open.ts'

/**
 * What the index may hold of the published profiles among these ids (of all when no ids are given):
 * the pseudonymous rows with their parts. Identity is not read. Four queries whatever the number.
 */
export async function indexedProfiles(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const profiles = await db
    .selectFrom('profile')
    .selectAll()
    .where('id', 'in', ids)
    .where('status', '=', 'published')
    .execute()
  if (profiles.length === 0) return []
  const published = profiles.map((profile) => profile.id)
  const of = <T extends { profile_id: string }>(rows: T[]) =>
    Map.groupBy(rows, (row) => row.profile_id)
  const experiences = of(
    await db
      .selectFrom('experience')
      .selectAll()
      .where('profile_id', 'in', published)
      .orderBy('position')
      .execute(),
  )
  const skills = of(
    await db.selectFrom('profile_skill').selectAll().where('profile_id', 'in', published).execute(),
  )
  const languages = of(
    await db
      .selectFrom('profile_language')
      .selectAll()
      .where('profile_id', 'in', published)
      .execute(),
  )
  return profiles.map((profile) => ({
    profile,
    experiences: experiences.get(profile.id) ?? [],
    skills: skills.get(profile.id) ?? [],
    languages: languages.get(profile.id) ?? [],
  }))
}

export type IndexedProfile = Awaited<ReturnType<typeof indexedProfiles>>[number]

/** Ids of all published profiles, in order. */
export async function publishedProfileIds(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('profile')
    .select('id')
    .where('status', '=', 'published')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
