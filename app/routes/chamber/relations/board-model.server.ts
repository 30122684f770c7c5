import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { boardAsked } from '#app/domain/relation/board.ts'
import { type BoardCard, listBoard, wholeBoard } from '#app/domain/relation/list-board.server.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { type PageContext, signedIn } from '#app/server/page.server.ts'
import { toDay } from '#db/codec.ts'
import { sectorOptions } from '../../company/company-fields.tsx'
import { placeLabel } from '../../company/place-choice.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { askedOf, unitsOf } from '../chamber-filters.ts'
import { boardColumns, boardRow, type ShownCard } from './board-table.ts'

/**
 * What page and file of the board are read by: whose it is, what is asked, how a card is said. `me` is how
 * the page calls who reads it; a file goes on to others, and names them.
 */
async function openBoard({ services, viewer, locale, url }: PageContext, me?: string) {
  const { db, reference } = services
  const who = signedIn(viewer)
  const chamber = await ownChamber(db, viewer)
  const officers = await officersOf(db, chamber)
  const labels = new Map(officers.map((one) => [one.userId, one.label]))
  if (me) labels.set(who.userId, me)
  const today = toDay(services.now())
  const shown = (card: BoardCard): ShownCard => {
    const place = card.placeId ? reference.place(card.placeId) : null
    return {
      id: card.id,
      name: card.name,
      place: place ? placeLabel(place, locale) : null,
      point: place ? [place.lng, place.lat] : null,
      owner: card.ownerId ? (labels.get(card.ownerId) ?? null) : null,
      since: card.since ? formatDay(locale, card.since) : null,
      version: card.version,
      due: card.due && {
        what: card.due.what,
        day: formatDay(locale, card.due.day),
        late: card.due.day < today,
      },
    }
  }
  return { chamber, officers, userId: who.userId, asked: askedOf(boardAsked, url), shown }
}

/** The board as its page shows it: the first cards of every column, or a page of one. */
export async function readBoardPage(context: PageContext) {
  const { services, locale, t, url } = context
  const { db, reference } = services
  const { chamber, officers, userId, asked, shown } = await openBoard(
    context,
    t('relation.owner.me'),
  )
  const found = await listBoard(db, reference, chamber, userId, asked)
  return {
    asked,
    search: url.search,
    officers,
    divisions: sectorOptions(reference.sectors, locale),
    sections: reference.sectors
      .filter((one) => one.level === 'section')
      .map((one) => ({ value: one.code, label: one.names[locale] })),
    unitLabel: countryPack(chamber.country).admin1Label[locale],
    units: unitsOf(chamber, locale),
    page: found.page,
    pages: found.pages,
    columns: found.columns.map((column) => ({
      stage: column.stage,
      count: column.count,
      label: formatNumber(locale, column.count),
      cards: column.cards.map(shown),
    })),
  }
}

/** The same columns with all their cards. */
export async function readBoardList(context: PageContext): Promise<DeskListOf> {
  const { services, t } = context
  const { db, reference } = services
  const { chamber, userId, asked, shown } = await openBoard(context)
  async function* rows() {
    for await (const { stage, cards } of wholeBoard(db, reference, chamber, userId, asked)) {
      yield cards.map((card) => boardRow(t, stage, shown(card)))
    }
  }
  return {
    chamber,
    table: { title: t('relation.board.title'), columns: boardColumns(t), rows: rows() },
  }
}
