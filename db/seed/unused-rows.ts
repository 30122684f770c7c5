import type { Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Database } from '../schema/index.ts'
import { batches } from './batches.ts'

/**
 * Of the given concepts, those that no profile, opportunity or intention refers to. (Labels and relations of the taxonomy itself
 * do not count: they go with their concept.)
 */
export async function unusedConcepts(
  trx: Transaction<Database>,
  dialect: Dialect,
  uris: readonly string[],
): Promise<string[]> {
  const used = new Set<string | null>()
  for (const part of batches(uris, 1, dialect)) {
    const profiles = trx.selectFrom('profile_skill').select('skill_uri as id')
    const opportunities = trx.selectFrom('opportunity_skill').select('skill_uri as id')
    const experiences = trx.selectFrom('experience').select('occupation_uri as id')
    const titles = trx.selectFrom('opportunity').select('occupation_uri as id')
    const intentions = trx.selectFrom('intention').select('occupation_uri as id')
    for (const { id } of [
      ...(await profiles.where('skill_uri', 'in', part).execute()),
      ...(await opportunities.where('skill_uri', 'in', part).execute()),
      ...(await experiences.where('occupation_uri', 'in', part).execute()),
      ...(await titles.where('occupation_uri', 'in', part).execute()),
      ...(await intentions.where('occupation_uri', 'in', part).execute()),
    ]) {
      used.add(id)
    }
  }
  return uris.filter((uri) => !used.has(uri))
}

/** Of the given places, those that no profile, opportunity, site or campaign refers to. */
export async function unusedPlaces(
  trx: Transaction<Database>,
  dialect: Dialect,
  ids: readonly string[],
): Promise<string[]> {
  const used = new Set<string | null>()
  for (const part of batches(ids, 1, dialect)) {
    const profiles = trx.selectFrom('profile').select('place_id as id')
    const opportunities = trx.selectFrom('opportunity').select('place_id as id')
    const sites = trx.selectFrom('site').select('place_id as id')
    const campaigns = trx.selectFrom('campaign').select('place_id as id')
    for (const { id } of [
      ...(await profiles.where('place_id', 'in', part).execute()),
      ...(await opportunities.where('place_id', 'in', part).execute()),
      ...(await sites.where('place_id', 'in', part).execute()),
      ...(await campaigns.where('place_id', 'in', part).execute()),
    ]) {
      used.add(id)
    }
  }
  return ids.filter((id) => !used.has(id))
}

/** The columns outside the taxonomy that refer to its rows and are asked for above. */
export const referringColumns = [
  'campaign.place_id',
  'experience.occupation_uri',
  'intention.occupation_uri',
  'opportunity.occupation_uri',
  'opportunity.place_id',
  'opportunity_skill.skill_uri',
  'profile.place_id',
  'profile_skill.skill_uri',
  'site.place_id',
]
