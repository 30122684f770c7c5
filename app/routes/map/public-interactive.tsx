import { hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/public-interactive'
import { InteractivePage } from './interactive-page.tsx'
import { readLiveMap } from './live-map.server.ts'
import { askedMap } from './read-page.server.ts'

/** The map that everybody may move, also in a frame of another site (`embed=1`). */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { country } = args.params
    if (!hasCountryPack(country)) throw new ExpectedError('not-found')
    await context.services.limits.use('search', context.info.ip)
    return { model: await readLiveMap(context, askedMap(context, { country, chamber: null })) }
  })
}

const titleOf = (t: Translate, place: string) =>
  t('map.titleOf', { measure: t('map.interactive.title'), place })

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = titleOf(t, loaderData?.model.country ?? '')
  return [
    { title: t('common.pageTitle', { title }) },
    { name: 'description', content: t('map.interactive.publicIntro') },
  ]
}

export default function PublicInteractive({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { model } = loaderData
  return (
    <InteractivePage
      model={model}
      title={titleOf(t, model.country)}
      intro={t('map.interactive.publicIntro')}
      open={t('map.interactive.openList')}
    />
  )
}
