import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/scorecard-export'
import { readScorecardList } from './scorecard-model.server.ts'

/** `GET /:lang/chamber/scorecard/export?format=`: the figures of a scorecard, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => sendDeskList(context, 'scorecard', listFormats, readScorecardList))
}
