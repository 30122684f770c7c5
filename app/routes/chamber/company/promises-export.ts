import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/promises-export'
import { readPromiseList } from './promises-model.server.ts'

/** `GET /:lang/chamber/companies/:companyId/promises/export?format=`: what a company has promised and expects to hire, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) =>
    sendDeskList(context, 'promises', listFormats, (given) =>
      readPromiseList(given, args.params.companyId),
    ),
  )
}
