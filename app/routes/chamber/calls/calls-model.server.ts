import { todaysCalls } from '#app/domain/calls/todays-calls.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { toDay } from '#db/codec.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { shownCall } from './call-words.ts'
import { callsTable } from './calls-table.ts'

/** Firms in sight at first: what one can call in a morning. */
const atFirst = 10

async function readCalls({ services, viewer, locale, t }: PageContext) {
  const { db, reference } = services
  const now = services.now()
  const today = toDay(now)
  const chamber = await ownChamber(db, viewer)
  const rows = await todaysCalls({ db, reference, now }, chamber)
  return {
    chamber,
    day: formatDay(locale, today),
    calls: rows.map((row) => shownCall(row, chamber.country, { reference, locale, t, today })),
  }
}

/** Today's list: the first firms to call, or all of them where the address says so, and those dealt with. */
export async function readCallsPage(context: PageContext) {
  const { chamber, day, calls } = await readCalls(context)
  const open = calls.filter((call) => call.status === 'open')
  const isWhole = context.url.searchParams.get('all') === '1'
  const shown = isWhole ? open : open.slice(0, atFirst)
  return {
    chamber: chamber.name,
    day,
    left: open.length,
    shown,
    others: open.slice(shown.length),
    decided: calls.filter((call) => call.status !== 'open'),
  }
}

/** All of today's list, for a file. */
export async function readCallList(context: PageContext): Promise<DeskListOf> {
  const { chamber, day, calls } = await readCalls(context)
  return { chamber, table: callsTable(calls, day, context.t) }
}
