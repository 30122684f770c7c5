import { page } from '#app/server/page.server.ts'
import { placedFormats, sendDeskList } from '../../export/send-list.server.ts'
import type { Route } from './+types/board-export'
import { readBoardList } from './board-model.server.ts'

/** `GET /:lang/chamber/board/export?format=`: the board under the same filters, every card of it, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => sendDeskList(context, 'board', placedFormats, readBoardList))
}
