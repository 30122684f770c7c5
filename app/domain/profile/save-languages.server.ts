import { languagesOf } from '#db/queries/profile.ts'
import { FieldErrors } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import { most } from './profile.ts'
import type { LanguageRows } from './profile-forms.ts'

/** Replaces the languages of a profile; of one named twice the last level counts. */
export async function saveLanguages(
  deps: ProfileDeps,
  change: Change,
  rows: LanguageRows,
): Promise<Changed> {
  const levels = new Map(rows.map(({ language, level }) => [language, level]))
  return changeProfile(deps, change, async (trx, { profile }) => {
    await trx.deleteFrom('profile_language').where('profile_id', '=', profile.id).execute()
    if (levels.size > 0) {
      await trx
        .insertInto('profile_language')
        .values(
          [...levels].map(([language, level]) => ({ profile_id: profile.id, language, level })),
        )
        .execute()
    }
    return undefined
  })
}

/** Adds a language, or changes its level when it is there. */
export async function addLanguage(
  deps: ProfileDeps,
  change: Change,
  row: LanguageRows[number],
): Promise<Changed> {
  return changeProfile(deps, change, async (trx, { profile }) => {
    const known = await languagesOf(trx, profile.id)
    const there = known.some((one) => one.language === row.language)
    if (!there && known.length >= most.languages) {
      throw new FieldErrors({ language: 'profile.errors.full' })
    }
    await trx
      .insertInto('profile_language')
      .values({ profile_id: profile.id, ...row })
      .onConflict((conflict) =>
        conflict.columns(['profile_id', 'language']).doUpdateSet({ level: row.level }),
      )
      .execute()
    return undefined
  })
}
