import { fromList, toDay } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { profileCounts } from '#db/queries/profile-progress.ts'
import { ExpectedError } from '../errors.ts'
import { judgeBirthDate } from './birth-date.ts'
import type { ProfileFacts } from './progress.ts'

/** How far a profile is. The caller has checked that the viewer may know. Throws 'not-found' for none. */
export async function profileFacts(
  db: ReadDb,
  profileId: string,
  now: Date,
): Promise<ProfileFacts> {
  const row = await profileCounts(db, profileId)
  if (!row) throw new ExpectedError('not-found')
  return {
    status: row.status,
    confirmed: row.confirmed_at !== null,
    experiences: row.experiences ?? 0,
    skills: row.skills ?? 0,
    languages: row.languages ?? 0,
    education: row.education !== null,
    place: row.place_id !== null,
    kinds: fromList(row.kinds).length,
    identity: row.birth_date !== null && judgeBirthDate(row.birth_date, toDay(now)) === 'adult',
  }
}
