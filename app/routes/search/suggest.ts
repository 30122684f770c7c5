import { hasCountryPack } from '#app/domain/countries/index.ts'
import { suggestValues } from '#app/domain/search/suggest.server.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/suggest'

/**
 * `GET /:lang/suggest/:kind?q=`: what a field may be filled with, as JSON, for the suggestion script.
 * Places are those of `country`, else of the deployment's.
 */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, locale, url, info }) => {
    await services.limits.use('suggest', info.ip)
    const country = url.searchParams.get('country') ?? ''
    const values = suggestValues(services.reference, {
      kind: args.params.kind,
      text: url.searchParams.get('q') ?? '',
      locale,
      country: hasCountryPack(country) ? country : services.config.country,
    })
    return Response.json(values, { headers: { 'Cache-Control': 'private, max-age=60' } })
  })
}
