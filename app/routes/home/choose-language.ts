import { redirect } from 'react-router'
import { preferredLocale } from '#app/i18n/locales.ts'
import type { Route } from './+types/choose-language'

/** `/` leads to the best of our languages for the browser. */
export function loader({ request }: Route.LoaderArgs) {
  return redirect(`/${preferredLocale(request.headers.get('accept-language'))}`, {
    headers: { Vary: 'Accept-Language' },
  })
}
