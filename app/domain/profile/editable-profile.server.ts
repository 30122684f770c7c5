import type { Db, ReadDb } from '#db/open.ts'
import { type ProfileRow, profileById } from '#db/queries/profile.ts'
import { isMember, type Viewer } from '../access.ts'
import { ExpectedError } from '../errors.ts'
import { id as idSchema } from '../fields.ts'

/** As whom somebody may change a profile: the person whose it is, or a counsellor of its programme. */
export type EditorRole = 'person' | 'counsellor'

export interface EditableProfile {
  readonly profile: ProfileRow
  readonly as: EditorRole
}

/** As whom the viewer may change the profile; null when not at all. */
export function editorRole(
  viewer: Viewer,
  profile: Pick<ProfileRow, 'user_id' | 'programme_id'>,
): EditorRole | null {
  if (viewer.userId === null) return null
  if (profile.user_id === viewer.userId) return 'person'
  if (
    profile.programme_id !== null &&
    isMember(viewer, 'programme', profile.programme_id, ['owner', 'staff', 'counsellor'])
  ) {
    return 'counsellor'
  }
  return null
}

/**
 * The profile that the viewer may change: their own, or one of their programme by its id. Throws
 * `ExpectedError('not-found')` for everything else, so that other people's profiles do not show.
 */
export async function editableProfile(
  db: ReadDb | Db,
  viewer: Viewer,
  target: string | 'own',
): Promise<EditableProfile> {
  const id = target === 'own' ? viewer.profileId : target
  if (id === null || !idSchema.safeParse(id).success) throw new ExpectedError('not-found')
  const profile = await profileById(db, id)
  const as = profile ? editorRole(viewer, profile) : null
  if (!profile || !as || (target === 'own' && as !== 'person')) {
    throw new ExpectedError('not-found')
  }
  return { profile, as }
}
