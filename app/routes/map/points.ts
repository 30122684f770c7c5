import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { localePath } from '#app/i18n/locales.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/points'
import { sendPoints } from './live-map.server.ts'
import { askedMap } from './read-page.server.ts'

/** `GET /:lang/chamber/map/points`: what the chamber's interactive map draws. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale } = context
    await services.limits.use('suggest', viewer.userId ?? '')
    const chamber = await ownChamber(services.db, viewer)
    const asked = askedMap(context, { country: chamber.country, chamber })
    return sendPoints(context, asked, (id) => localePath(locale, `/chamber/companies/${id}`))
  })
}
