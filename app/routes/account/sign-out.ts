import { localePath } from '#app/i18n/locales.ts'
import { leaveTo } from '#app/server/account/leave.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/sign-out'

/** Following a link must not sign anybody out: the address alone leads home. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ locale }) => {
    throw leaveTo(localePath(locale, '/'))
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, locale }) => {
    const { headers } = await services.auth.api.signOut({
      headers: request.headers,
      returnHeaders: true,
    })
    return leaveTo(localePath(locale, '/'), headers, flashHeaders('signedOut'))
  })
}
