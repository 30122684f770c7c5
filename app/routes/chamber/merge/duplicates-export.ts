import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/duplicates-export'
import { readDuplicateList } from './duplicates-model.server.ts'

/** `GET /:lang/chamber/duplicates/export?format=`: all likely duplicates, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) =>
    sendDeskList(context, 'duplicates', listFormats, readDuplicateList),
  )
}
