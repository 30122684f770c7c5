import { z } from 'zod'
import {
  attendanceOutcomes,
  attendancePerPage,
  attendances,
} from '#app/domain/relation/campaign.ts'
import { ownCampaign } from '#app/domain/relation/run-campaign.server.ts'
import { formatDay, formatNumber, formatParts } from '#app/i18n/format.ts'
import { type PageContext, signedIn } from '#app/server/page.server.ts'
import { attendanceOf, countAttendance } from '#db/queries/campaign.ts'
import { placeLabel } from '../../company/place-choice.ts'
import { batches, type Window } from '../../export/batches.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { attendanceColumns, attendanceRow, type ShownAttendance } from './campaign-table.ts'

const pageAsked = z.coerce.number().int().min(1).max(10_000).catch(1)

/** A campaign of the viewer's chamber, and how a part of those invited is read. */
async function openCampaign({ services, viewer, locale }: PageContext, campaignId: string) {
  const { db, reference } = services
  const { campaign, chamber } = await ownCampaign(db, signedIn(viewer), campaignId)
  const place = campaign.place_id ? reference.place(campaign.place_id) : null
  const when = formatParts(locale, [
    formatDay(locale, campaign.on_day),
    place && placeLabel(place, locale),
  ])
  const read = async (window: Window): Promise<ShownAttendance[]> => {
    const rows = await attendanceOf(db, campaign.id, window)
    return rows.map((row) => ({
      id: row.company_id,
      name: row.trade_name ?? row.legal_name,
      status: row.status,
      outcome: attendanceOutcomes.find((one) => one === row.outcome) ?? '',
    }))
  }
  return { campaign, chamber, when, read }
}

/** A campaign with a page of those invited. */
export async function readCampaignPage(context: PageContext, campaignId: string) {
  const { services, locale, url } = context
  const { campaign, when, read } = await openCampaign(context, campaignId)
  const counts = await countAttendance(services.db, campaign.id)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const pages = Math.max(1, Math.ceil(all / attendancePerPage))
  const current = Math.min(pageAsked.parse(url.searchParams.get('page')), pages)
  return {
    id: campaign.id,
    title: campaign.title,
    kind: campaign.kind,
    note: campaign.note,
    closed: campaign.closed_at !== null,
    when,
    counts: attendances.map((status) => ({
      status,
      count: formatNumber(locale, counts[status] ?? 0),
    })),
    page: current,
    pages,
    search: url.search,
    rows: await read({ limit: attendancePerPage, offset: (current - 1) * attendancePerPage }),
  }
}

/** All who are invited. */
export async function readAttendanceList(
  context: PageContext,
  campaignId: string,
): Promise<DeskListOf> {
  const { t } = context
  const { campaign, chamber, when, read } = await openCampaign(context, campaignId)
  async function* rows() {
    for await (const batch of batches(read)) yield batch.map((row) => attendanceRow(t, row))
  }
  return {
    chamber,
    about: { id: campaign.id, name: campaign.title },
    table: { title: campaign.title, notes: [when], columns: attendanceColumns(t), rows: rows() },
  }
}
