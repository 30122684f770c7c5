import { z } from 'zod'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { campaignsOf } from '#db/queries/campaign.ts'
import { placeLabel, storedPlace } from '../../company/place-choice.ts'
import { batches, type Window } from '../../export/batches.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { campaignColumns, campaignRow, type ShownCampaign } from './campaign-table.ts'

const perPage = 20
const pageAsked = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Whose campaigns, and how a part of them is read. */
async function openCampaigns({ services, viewer, locale }: PageContext) {
  const { db, reference } = services
  const chamber = await ownChamber(db, viewer)
  const read = async (window: Window): Promise<ShownCampaign[]> => {
    const rows = await campaignsOf(db, chamber.id, window)
    return rows.map((row) => {
      const place = row.place_id ? reference.place(row.place_id) : null
      const counts = { invited: Number(row.invited ?? 0), attended: Number(row.attended ?? 0) }
      return {
        id: row.id,
        title: row.title,
        kind: row.kind,
        day: formatDay(locale, row.on_day),
        place: place ? placeLabel(place, locale) : null,
        counts,
        invited: formatNumber(locale, counts.invited),
        attended: formatNumber(locale, counts.attended),
      }
    })
  }
  return { chamber, read }
}

/** A page of the chamber's campaigns. */
export async function readCampaignsPage(context: PageContext) {
  const { services, locale, url } = context
  const { chamber, read } = await openCampaigns(context)
  const current = pageAsked.parse(url.searchParams.get('page'))
  const rows = await read({ limit: perPage + 1, offset: (current - 1) * perPage })
  return {
    country: chamber.country,
    place: storedPlace(services.reference, locale, null),
    page: current,
    more: rows.length > perPage,
    rows: rows.slice(0, perPage),
  }
}

/** All of them. */
export async function readCampaignList(context: PageContext): Promise<DeskListOf> {
  const { t } = context
  const { chamber, read } = await openCampaigns(context)
  async function* rows() {
    for await (const batch of batches(read)) yield batch.map((row) => campaignRow(t, row))
  }
  return {
    chamber,
    table: { title: t('relation.campaigns.title'), columns: campaignColumns(t), rows: rows() },
  }
}
