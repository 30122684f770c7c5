import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/history-export'
import { readHistoryList } from './history-model.server.ts'

/** `GET /:lang/chamber/companies/:companyId/history/export?format=`: a company's contacts and changes, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) =>
    sendDeskList(context, 'history', listFormats, (given) =>
      readHistoryList(given, args.params.companyId),
    ),
  )
}
