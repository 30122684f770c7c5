import type { ReadDb } from '../open.ts'
import type { ProfileTable } from '../schema/profile.ts'

/** A programme by its id. */
export function programmeById(db: ReadDb, id: string) {
  return db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Programmes among these ids, by name. */
export async function programmesByIds(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db.selectFrom('programme').selectAll().where('id', 'in', ids).orderBy('name').execute()
}

export interface ProgrammeProfilesFilter {
  /** Letters and digits of a code, without dashes; part of one is enough. */
  readonly code: string
  readonly status: ProfileTable['status'] | undefined
  /** A step that holds nothing yet, or `confirmation`. */
  readonly missing: string | undefined
  /** Only people with a hire in progress. */
  readonly placed: boolean
  readonly limit: number
  readonly offset: number
}

/**
 * Profiles of these programmes with their names and their hire in progress, the last changed first,
 * and the number of all that fit.
 */
export async function programmeProfiles(
  db: ReadDb,
  programmeIds: readonly string[],
  filter: ProgrammeProfilesFilter,
) {
  if (programmeIds.length === 0) return { rows: [], total: 0 }
  let fitting = db.selectFrom('profile').where('profile.programme_id', 'in', programmeIds)
  if (filter.code) {
    fitting = fitting.where(
      (eb) => eb.fn<string>('replace', ['profile.code', eb.val('-'), eb.val('')]),
      'like',
      `%${filter.code}%`,
    )
  }
  if (filter.status) fitting = fitting.where('profile.status', '=', filter.status)
  if (filter.missing === 'confirmation') fitting = fitting.where('confirmed_at', 'is', null)
  else if (filter.missing)
    fitting = fitting.where('steps_done', 'not like', `%"${filter.missing}"%`)
  if (filter.placed) {
    fitting = fitting.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('placement')
          .select('placement.id')
          .whereRef('placement.profile_id', '=', 'profile.id')
          .where('placement.ended_on', 'is', null),
      ),
    )
  }
  const counted = await fitting
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const profiles = await fitting
    .leftJoin('identity', 'identity.profile_id', 'profile.id')
    .select([
      'profile.id',
      'profile.code',
      'profile.status',
      'profile.confirmed_at',
      'profile.steps_done',
      'profile.updated_at',
      'identity.given_name',
      'identity.family_name',
    ])
    .orderBy('profile.updated_at', 'desc')
    .orderBy('profile.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const placements = await placementsInProgress(
    db,
    profiles.map((profile) => profile.id),
  )
  return {
    rows: profiles.map((profile) => ({
      ...profile,
      placement: placements.get(profile.id) ?? null,
    })),
    total: Number(counted.total),
  }
}

/** The hire in progress of each of these profiles that has one, the latest where there are several. */
async function placementsInProgress(db: ReadDb, profileIds: readonly string[]) {
  const latest = new Map<string, { startedOn: string; title: string }>()
  if (profileIds.length === 0) return latest
  const rows = await db
    .selectFrom('placement')
    .innerJoin('opportunity', 'opportunity.id', 'placement.opportunity_id')
    .select(['placement.profile_id', 'placement.started_on', 'opportunity.title'])
    .where('placement.profile_id', 'in', profileIds)
    .where('placement.ended_on', 'is', null)
    .orderBy('placement.started_on')
    .execute()
  for (const { profile_id, started_on, title } of rows) {
    if (profile_id) latest.set(profile_id, { startedOn: started_on, title })
  }
  return latest
}
