import { skillsOfProfile } from '#db/queries/profile.ts'
import { ExpectedError, FieldErrors } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import type { EditorRole } from './editable-profile.server.ts'
import { type Evidence, most, ownEvidences, type SkillLevel } from './profile.ts'
import type { SkillRows } from './profile-forms.ts'

/** The level a skill gets when it is added: done with a little help. */
const firstLevel: SkillLevel = 2

/** Adds skills on the person's own word; those already there stay as they are. */
export async function addSkills(
  deps: ProfileDeps,
  change: Change,
  uris: readonly string[],
): Promise<Changed> {
  if (uris.length === 0) throw new FieldErrors({ add: 'profile.errors.pick' })
  if (uris.some((uri) => !deps.reference.has('skill', uri))) {
    throw new FieldErrors({ add: 'form.invalid' })
  }
  return changeProfile(deps, change, async (trx, { profile }) => {
    const known = new Set((await skillsOfProfile(trx, profile.id)).map((one) => one.skill_uri))
    const more = uris.filter((uri) => !known.has(uri))
    if (known.size + more.length > most.skills)
      throw new FieldErrors({ add: 'profile.errors.full' })
    if (more.length > 0) {
      await trx
        .insertInto('profile_skill')
        .values(
          more.map((skill_uri) => ({
            profile_id: profile.id,
            skill_uri,
            level: firstLevel,
            evidence: 'self' as const,
          })),
        )
        .execute()
    }
    return undefined
  })
}

/**
 * What the evidence of a skill becomes. A counsellor may state any. The person may say "myself" or
 * "certified", and keep what somebody checked as long as they leave the level alone: a level that
 * they change is their own word again. Null for a claim that they may not make.
 */
export function evidenceAfter(
  as: EditorRole,
  before: { level: number; evidence: Evidence },
  after: { level: number; evidence: Evidence },
): Evidence | null {
  if (as === 'counsellor' || ownEvidences.includes(after.evidence)) return after.evidence
  if (after.evidence !== before.evidence) return null
  return after.level === before.level ? before.evidence : 'self'
}

/**
 * Saves the levels and evidence of all skills shown, and takes `remove` away. Skills that are not of
 * the profile are ignored: somebody else may have removed them. Throws 'forbidden' when the person
 * claims a check that nobody made.
 */
export async function saveSkills(
  deps: ProfileDeps,
  change: Change,
  rows: SkillRows,
  remove: string | null,
): Promise<Changed> {
  return changeProfile(deps, change, async (trx, { profile, as }) => {
    const known = new Map(
      (await skillsOfProfile(trx, profile.id)).map((one) => [one.skill_uri, one]),
    )
    for (const { uri, level, evidence } of rows) {
      const before = known.get(uri)
      if (!before || uri === remove) continue
      const said = evidenceAfter(as, before, { level, evidence })
      if (!said) throw new ExpectedError('forbidden')
      if (level === before.level && said === before.evidence) continue
      await trx
        .updateTable('profile_skill')
        .set({ level, evidence: said })
        .where('profile_id', '=', profile.id)
        .where('skill_uri', '=', uri)
        .execute()
    }
    if (remove !== null) {
      await trx
        .deleteFrom('profile_skill')
        .where('profile_id', '=', profile.id)
        .where('skill_uri', '=', remove)
        .execute()
    }
    return undefined
  })
}
