import { hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/public-points'
import { sendPoints } from './live-map.server.ts'
import { askedMap } from './read-page.server.ts'

/** `GET /:lang/map/:country/points`: verified, public companies, as everybody's interactive map draws them. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, info } = context
    const { country } = args.params
    if (!hasCountryPack(country)) throw new ExpectedError('not-found')
    await services.limits.use('search', info.ip)
    return sendPoints(context, askedMap(context, { country, chamber: null }), null)
  })
}
