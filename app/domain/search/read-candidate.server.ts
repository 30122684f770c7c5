import { orgIds, type Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id as idSchema } from '#app/domain/fields.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import type { PublicProfile } from '#app/domain/profile/profile.ts'
import { readPublicProfile } from '#app/domain/profile/read-public-profile.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { ReadDb } from '#db/open.ts'
import { candidateCountries } from './search-candidates.server.ts'

/**
 * A candidate's published, pseudonymous profile, for members of a company or chamber of the same
 * country. Throws `ExpectedError('not-found')` for any other profile, also for one that has blocked a
 * company of the viewer's.
 */
export async function readCandidate(
  stores: { readonly db: ReadDb; readonly reference: Reference },
  viewer: Viewer,
  profileId: string,
  locale: Locale,
): Promise<PublicProfile> {
  const { db, reference } = stores
  const countries: readonly string[] = await candidateCountries(db, viewer)
  const [document] = idSchema.safeParse(profileId).success
    ? await documentsOf('profile', [profileId], stores)
    : []
  const companies = orgIds(viewer, 'company')
  if (
    !document ||
    !countries.includes(document.country) ||
    document.blockedCompanyIds.some((id) => companies.includes(id))
  ) {
    throw new ExpectedError('not-found')
  }
  return readPublicProfile(db, reference, profileId, locale)
}
