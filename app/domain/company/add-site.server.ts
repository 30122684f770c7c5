import type { SignedIn } from '#app/domain/access.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { toFlag, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { sitesOf } from '#db/queries/company.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { mostSites, type SiteEntry } from './company.ts'
import { managedCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'

/** Adds a site to a company; the first one is its main site. Returns the site's id. Throws `FieldErrors` for its place. */
export async function addSite(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: SiteEntry,
): Promise<string> {
  const { company } = await managedCompany(deps.db, viewer, companyId)
  const place = deps.reference.place(input.place)
  if (place?.country !== company.country) throw new FieldErrors({ place: 'company.placeMissing' })
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    const sites = await sitesOf(transaction, companyId)
    if (sites.length >= mostSites) throw new FieldErrors({ name: `company.tooManySites` })
    await transaction
      .insertInto('site')
      .values({
        id,
        company_id: companyId,
        name: input.name,
        place_id: place.id,
        address: input.address || null,
        is_main: toFlag(sites.length === 0),
        created_at: toInstant(deps.now),
      })
      .execute()
    await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
  })
  return id
}
