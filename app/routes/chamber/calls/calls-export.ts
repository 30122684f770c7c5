import { page } from '#app/server/page.server.ts'
import { placedFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/calls-export'
import { readCallList } from './calls-model.server.ts'

/** `GET /:lang/chamber/calls/export?format=`: the firms to call today and what was decided of them, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => sendDeskList(context, 'calls', placedFormats, readCallList))
}
