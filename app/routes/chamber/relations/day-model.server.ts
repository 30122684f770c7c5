import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { type DueItem, readDay } from '#app/domain/relation/read-day.server.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { type PageContext, signedIn } from '#app/server/page.server.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { dayTable } from './day-table.ts'

/** The day of an officer or of all of them, as the address asks, and whose chamber it is. */
async function readDayOf({ services, viewer, locale, t, url }: PageContext) {
  const { db, reference } = services
  const who = signedIn(viewer)
  const chamber = await ownChamber(db, viewer)
  const officers = await officersOf(db, chamber)
  const wanted = url.searchParams.get('who') ?? 'me'
  const colleague = officers.find((one) => one.userId === wanted)
  const whose = wanted === 'all' ? null : (colleague?.userId ?? who.userId)
  const day = await readDay(db, chamber, whose, services.now())
  const named = (item: DueItem): DueItem =>
    item.what === 'intention'
      ? { ...item, occupation: reference.label(item.occupation, locale) }
      : item
  const model = {
    today: day.today,
    todayLabel: formatDay(locale, day.today),
    whose: whose ?? 'all',
    whoseLabel:
      whose === null
        ? t('relation.day.everybody')
        : (officers.find((one) => one.userId === whose)?.label ?? t('relation.day.mine')),
    me: who.userId,
    officers,
    search: url.search,
    overdue: day.overdue.map(named),
    onDay: day.onDay,
    next: day.next,
    done: day.done,
    verifications: day.verifications.map((one) => ({
      id: one.id,
      name: one.trade_name ?? one.legal_name,
      ended: one.verified_at === null,
      day: one.verified_until ?? day.today,
    })),
  }
  return { chamber, model }
}

export type DayModel = Awaited<ReturnType<typeof readDayOf>>['model']

/** The day as its page shows it. */
export async function readDayPage(context: PageContext): Promise<DayModel> {
  return (await readDayOf(context)).model
}

/** The same as a list for a file. */
export async function readDayList(context: PageContext): Promise<DeskListOf> {
  const { chamber, model } = await readDayOf(context)
  return { chamber, table: dayTable(model, context.t, context.locale) }
}
