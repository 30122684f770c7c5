import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/campaign-export'
import { readAttendanceList } from './campaign-model.server.ts'

/** `GET /:lang/chamber/campaigns/:campaignId/export?format=`: all who are invited to a campaign, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) =>
    sendDeskList(context, 'attendance', listFormats, (given) =>
      readAttendanceList(given, args.params.campaignId),
    ),
  )
}
