import type { Viewer } from '#app/domain/access.ts'
import { profileDocument } from '#app/domain/indexing/profile-document.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { experiencesOf, languagesOf, profileById, skillsOfProfile } from '#db/queries/profile.ts'
import type { ProfileDocument } from '#search/documents/profile.ts'
import { wordless } from './wordless.server.ts'

/** What the viewer brings, published or not. */
export interface OwnOffer {
  readonly offer: ProfileDocument
  readonly published: boolean
}

/**
 * The viewer's own profile as matching reads it, as if it were published: people may see what is
 * there for them before they show themselves. Null for somebody without a profile.
 */
export async function ownOffer(
  db: ReadDb,
  reference: Reference,
  viewer: Viewer,
): Promise<OwnOffer | null> {
  if (viewer.userId === null || viewer.profileId === null) return null
  const id = viewer.profileId
  const profile = await profileById(db, id)
  if (!profile || profile.user_id !== viewer.userId) return null
  const [experiences, skills, languages] = await Promise.all([
    experiencesOf(db, id),
    skillsOfProfile(db, id),
    languagesOf(db, id),
  ])
  return {
    offer: profileDocument({ profile, experiences, skills, languages }, wordless(reference)),
    published: profile.status === 'published',
  }
}
