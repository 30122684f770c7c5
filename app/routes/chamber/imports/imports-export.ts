import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/imports-export'
import { readImportList } from './imports-model.server.ts'

/** `GET /:lang/chamber/imports/export?format=`: the lists of companies that were loaded, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => sendDeskList(context, 'imports', listFormats, readImportList))
}
