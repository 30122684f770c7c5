import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/interactive'
import { InteractivePage } from './interactive-page.tsx'
import { readLiveMap } from './live-map.server.ts'
import { askedMap } from './read-page.server.ts'

/** The chamber's map that one can move. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const chamber = await ownChamber(context.services.db, context.viewer)
    const asked = askedMap(context, { country: chamber.country, chamber })
    return { model: await readLiveMap(context, asked) }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('map.interactive.title') }) }]
}

export default function Interactive({ loaderData }: Route.ComponentProps) {
  const t = useT()
  return (
    <InteractivePage
      model={loaderData.model}
      title={t('map.interactive.title')}
      intro={t('map.interactive.intro')}
      open={t('map.interactive.open')}
    />
  )
}
