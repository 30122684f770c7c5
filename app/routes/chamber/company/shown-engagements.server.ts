import { isMendable } from '#app/domain/relation/relation.ts'
import type { Officer } from '#app/domain/relation/staff.server.ts'
import { localePath } from '#app/i18n/locales.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { engagementsOf } from '#db/queries/relation.ts'
import type { ShownEngagement } from './engagement-list.tsx'

/** The contacts that a chamber logged with a company, as pages show them. */
export async function shownEngagements(
  { services, viewer, locale }: PageContext,
  chamberId: string,
  companyId: string,
  officers: readonly Officer[],
  page: { limit: number; offset: number },
): Promise<ShownEngagement[]> {
  const rows = await engagementsOf(services.db, chamberId, companyId, page)
  const now = services.now()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    outcome: row.outcome,
    day: row.on_day,
    note: row.note,
    author: officers.find((one) => one.userId === row.author_id)?.label ?? null,
    campaign: row.campaign_title,
    edit:
      viewer.userId && row.campaign_id === null && isMendable(row, viewer.userId, now)
        ? localePath(locale, `/chamber/companies/${companyId}/log/${row.id}`)
        : null,
  }))
}
