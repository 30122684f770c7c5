import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/staff-export'
import { askedMap } from './read-page.server.ts'
import { sendMapExport } from './send-export.server.ts'

/** `GET /:lang/chamber/map/export?format=`: what a page of the chamber's map shows, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const chamber = await ownChamber(context.services.db, context.viewer)
    return sendMapExport(context, askedMap(context, { country: chamber.country, chamber }))
  })
}
