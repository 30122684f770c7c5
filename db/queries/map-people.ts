import type { ReadDb } from '../open.ts'

// Groups of people as the map counts them: how many, with the ends of their ids, which tell one group from another.

/** What narrows the people who are counted. */
export interface PeopleFilters {
  readonly occupation?: string | undefined
  readonly skill?: string | undefined
  readonly kind?: string | undefined
  /** ISIC codes of work somebody has done; any of them. */
  readonly sectors?: readonly string[] | undefined
  readonly placeIds?: readonly string[] | undefined
}

/** Published profiles of a country that pass the filters, before anything is chosen of them. */
function people(db: ReadDb, country: string, filters: PeopleFilters) {
  let query = db
    .selectFrom('profile')
    .where('profile.country', '=', country)
    .where('profile.status', '=', 'published')
  const { occupation, skill, kind, sectors, placeIds } = filters
  if (placeIds) query = query.where('profile.place_id', 'in', placeIds)
  if (kind) {
    query = query.where((eb) =>
      eb.or([eb('profile.kinds', '=', '[]'), eb('profile.kinds', 'like', `%"${kind}"%`)]),
    )
  }
  if (occupation) {
    query = query.where('profile.id', 'in', (eb) =>
      eb.selectFrom('experience').select('profile_id').where('occupation_uri', '=', occupation),
    )
  }
  if (skill) {
    query = query.where('profile.id', 'in', (eb) =>
      eb.selectFrom('profile_skill').select('profile_id').where('skill_uri', '=', skill),
    )
  }
  if (sectors) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('experience')
          .select('experience.id')
          .whereRef('experience.profile_id', '=', 'profile.id')
          .where('experience.sector', 'in', sectors),
      ),
    )
  }
  return query
}

/** People by where they live, each group with its least and greatest id, which name the group. */
export async function countPeople(db: ReadDb, country: string, filters: PeopleFilters) {
  if (filters.sectors?.length === 0 || filters.placeIds?.length === 0) return []
  return people(db, country, filters)
    .select((eb) => [
      'profile.place_id',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('profile.id').as('first'),
      eb.fn.max('profile.id').as('last'),
    ])
    .groupBy('profile.place_id')
    .execute()
}

/** How many people hold each skill in a unit (ISO 3166-2) of a country. */
export async function countSkillsIn(db: ReadDb, country: string, unit: string) {
  return db
    .selectFrom('profile')
    .innerJoin('place', 'place.id', 'profile.place_id')
    .innerJoin('profile_skill', 'profile_skill.profile_id', 'profile.id')
    .select((eb) => [
      'profile_skill.skill_uri',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('profile.id').as('first'),
      eb.fn.max('profile.id').as('last'),
    ])
    .where('profile.country', '=', country)
    .where('profile.status', '=', 'published')
    .where('place.admin1', '=', unit)
    .groupBy('profile_skill.skill_uri')
    .execute()
}

/** People by the sections of ISIC that they have worked in and the unit (ISO 3166-2) where they live. */
export async function countPeopleBySector(db: ReadDb, country: string) {
  return db
    .selectFrom('profile')
    .innerJoin('place', 'place.id', 'profile.place_id')
    .innerJoin('experience', 'experience.profile_id', 'profile.id')
    .innerJoin('sector', 'sector.code', 'experience.sector')
    .select((eb) => [
      'place.admin1',
      eb.fn.coalesce('sector.parent', 'sector.code').as('section'),
      eb.fn.count<number>('profile.id').distinct().as('count'),
      eb.fn.min('profile.id').as('first'),
      eb.fn.max('profile.id').as('last'),
    ])
    .where('profile.country', '=', country)
    .where('profile.status', '=', 'published')
    .groupBy(['place.admin1', (eb) => eb.fn.coalesce('sector.parent', 'sector.code')])
    .execute()
}
