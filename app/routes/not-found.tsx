import { ExpectedError } from '#app/domain/errors.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/not-found'

/** Every address of a language that nothing else answers. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async () => {
    throw new ExpectedError('not-found')
  })
}

export default function NotFound() {
  return null
}
