import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/campaigns-export'
import { readCampaignList } from './campaigns-model.server.ts'

/** `GET /:lang/chamber/campaigns/export?format=`: all campaigns, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => sendDeskList(context, 'campaigns', listFormats, readCampaignList))
}
