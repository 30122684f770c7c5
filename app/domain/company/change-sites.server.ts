import type { SignedIn } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Db } from '#db/open.ts'
import { sitesOf } from '#db/queries/company.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { managedCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'

/**
 * Removes a site. When it was the main one, the oldest of the others takes its place. Opportunities
 * there keep their place. Throws `ExpectedError`: `not-found`, or `conflict` for the last site.
 */
export async function removeSite(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  siteId: string,
): Promise<void> {
  await withSites(deps, viewer, companyId, siteId, async (transaction, sites, site) => {
    const others = sites.filter((one) => one.id !== site.id)
    const heir = others[0]
    if (!heir) throw new ExpectedError('conflict')
    await transaction.deleteFrom('site').where('id', '=', site.id).execute()
    if (site.is_main) await setMain(transaction, companyId, heir.id)
  })
}

/** Makes a site the company's main one: where the map and the lists show it. Throws `ExpectedError('not-found')`. */
export async function chooseMainSite(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  siteId: string,
): Promise<void> {
  await withSites(deps, viewer, companyId, siteId, (transaction, _sites, site) =>
    setMain(transaction, companyId, site.id),
  )
}

type Site = Awaited<ReturnType<typeof sitesOf>>[number]

async function withSites(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  siteId: string,
  change: (transaction: Db, sites: Site[], site: Site) => Promise<void>,
): Promise<void> {
  await managedCompany(deps.db, viewer, companyId)
  await deps.db.transaction().execute(async (transaction) => {
    const sites = await sitesOf(transaction, companyId)
    const site = sites.find((one) => one.id === siteId)
    if (!site) throw new ExpectedError('not-found')
    await change(transaction, sites, site)
    await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
  })
}

async function setMain(transaction: Db, companyId: string, siteId: string): Promise<void> {
  const sites = () => transaction.updateTable('site').where('company_id', '=', companyId)
  await sites().set({ is_main: 0 }).where('id', '!=', siteId).execute()
  await sites().set({ is_main: 1 }).where('id', '=', siteId).execute()
}
