import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { page } from '#app/server/page.server.ts'
import { Showcase } from '#app/ui/showcase.tsx'
import type { Route } from './+types/ui'

/** The style page: every component in every state. Not in production. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, url }) => {
    if (services.config.mode === 'production') throw new ExpectedError('not-found')
    const lang = url.searchParams.get('lang') ?? 'fr'
    return { lang: isLocale(lang) ? lang : ('fr' as const) }
  })
}

export default function Ui({ loaderData }: Route.ComponentProps) {
  return <Showcase lang={loaderData.lang} hrefFor={(lang) => `/dev/ui?lang=${lang}`} />
}
