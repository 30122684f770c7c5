import { redirect } from 'react-router'
import { z } from 'zod'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { id } from '#app/domain/fields.ts'
import { findTwins, type TwinPair } from '#app/domain/merge/find-twins.server.ts'
import type { KeptMerge } from '#app/domain/merge/merge.ts'
import { sure } from '#app/domain/recognition/duplicates.ts'
import { formatDay } from '#app/i18n/format.ts'
import { localePath } from '#app/i18n/locales.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { companiesByIds, lastMerges } from '#db/queries/company-merge.ts'
import { placeLabel } from '../../company/place-choice.ts'
import { batches } from '../../export/batches.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { twinWords } from '../imports/import-words.ts'
import { duplicateColumns, duplicateRow, type ShownPair } from './duplicates-table.ts'

const perPage = 20
const mostMerges = 10
const asked = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  merged: id.optional().catch(undefined),
})

/** Pairs in words. One whose company went away meanwhile is left out. */
async function shownPairs(
  { services, locale, t }: PageContext,
  country: string,
  pairs: readonly TwinPair[],
): Promise<ShownPair[]> {
  const { db, reference } = services
  const words = { t, locale, pack: countryPack(country), reference }
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const companies = new Map((await companiesByIds(db, ids)).map((row) => [row.id, row]))
  const describe = (companyId: string) => {
    const company = companies.get(companyId)
    if (!company) return null
    const place = company.place_id ? reference.place(company.place_id) : null
    return {
      id: company.id,
      name: company.trade_name ?? company.legal_name,
      about: [
        company.sector ? reference.sectorName(company.sector, locale) : null,
        place ? placeLabel(place, locale) : null,
      ].filter((text) => text !== null),
    }
  }
  return pairs.flatMap((pair) => {
    const [one, other] = [describe(pair.a), describe(pair.b)]
    if (!one || !other) return []
    const reasons = twinWords(pair.reasons, words)
    return [{ key: `${pair.a} ${pair.b}`, one, other, sure: pair.score >= sure, reasons }]
  })
}

/** A page of the likely duplicates, or how far the search for them is, and the last merges. */
export async function readDuplicatesPage(context: PageContext) {
  const { services, viewer, locale, url } = context
  const { db } = services
  const chamber = await ownChamber(db, viewer)
  const wanted = asked.parse(Object.fromEntries(url.searchParams))
  const [twins, merges] = await Promise.all([
    findTwins(db, chamber),
    lastMerges(db, chamber.id, mostMerges),
  ])
  const all = twins.state === 'ready' ? twins.pairs : []
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const current = Math.min(wanted.page, pages)
  const shown = all.slice((current - 1) * perPage, current * perPage)
  return {
    search: twins.state === 'ready' ? null : { done: twins.done, total: twins.total },
    page: current,
    pages,
    locale,
    pairs: await shownPairs(context, chamber.country, shown),
    merged: wanted.merged ?? null,
    merges: merges.map((merge) => {
      const { merged }: KeptMerge = JSON.parse(merge.kept)
      const name = merge.trade_name ?? merge.legal_name
      const gone = String(merged.trade_name ?? merged.legal_name)
      return {
        id: merge.id,
        survivorId: merge.survivor_id,
        name,
        // The name by which it went may be the one that was kept.
        gone: gone === name ? String(merged.legal_name) : gone,
        day: formatDay(locale, merge.merged_at),
      }
    }),
  }
}

/** All likely duplicates. While the search runs there is no list yet: its page says how far it is. */
export async function readDuplicateList(context: PageContext): Promise<DeskListOf> {
  const { services, viewer, locale, t } = context
  const chamber = await ownChamber(services.db, viewer)
  const twins = await findTwins(services.db, chamber)
  if (twins.state !== 'ready') throw redirect(localePath(locale, '/chamber/duplicates'))
  const { pairs } = twins
  async function* rows() {
    const read = async ({ limit, offset }: { limit: number; offset: number }) =>
      pairs.slice(offset, offset + limit)
    for await (const batch of batches(read)) {
      const shown = await shownPairs(context, chamber.country, batch)
      yield shown.map((pair) => duplicateRow(t, locale, pair))
    }
  }
  return {
    chamber,
    table: { title: t('merge.list.title'), columns: duplicateColumns(t), rows: rows() },
  }
}
