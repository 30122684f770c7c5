import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { toDay } from '#db/codec.ts'

/** What every page about one company shows around its own part. */
export type CompanyFrame = ReturnType<typeof frameOf>

type Found = Awaited<ReturnType<typeof chamberCompany>>

/** The company that a page is about, in the viewer's ground, with its frame. Throws `ExpectedError('not-found')`. */
export async function openCompany(
  { services, viewer, locale }: PageContext,
  companyId: string,
): Promise<Found & { frame: CompanyFrame }> {
  const found = await chamberCompany(services.db, viewer, companyId)
  return { ...found, frame: frameOf(found, locale, services.now()) }
}

function frameOf({ company }: Found, locale: PageContext['locale'], now: Date) {
  const lapsed =
    company.verified_at === null &&
    company.verified_until !== null &&
    company.verified_until < toDay(now)
  return {
    id: company.id,
    name: company.trade_name ?? company.legal_name,
    verified: company.verified_at ? formatDay(locale, company.verified_at) : null,
    lapsed: lapsed && company.verified_until ? formatDay(locale, company.verified_until) : null,
    hidden: company.visibility === 'chamber',
  }
}
