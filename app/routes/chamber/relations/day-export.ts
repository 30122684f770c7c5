import { page } from '#app/server/page.server.ts'
import { listFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/day-export'
import { readDayList } from './day-model.server.ts'

/** `GET /:lang/chamber/day/export?format=`: what is due for an officer or for all, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => sendDeskList(context, 'day', listFormats, readDayList))
}
