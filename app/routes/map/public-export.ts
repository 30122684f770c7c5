import { hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/public-export'
import { askedMap } from './read-page.server.ts'
import { sendMapExport } from './send-export.server.ts'

/** `GET /:lang/map/:country/export?format=`: what a page of the public map shows, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { country } = args.params
    if (!hasCountryPack(country)) throw new ExpectedError('not-found')
    return sendMapExport(context, askedMap(context, { country, chamber: null }))
  })
}
