import { hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/public-list'
import { readListPage } from './list-model.server.ts'
import { ListPage } from './list-page.tsx'
import { askedMap } from './read-page.server.ts'

/** Verified, public companies at a place of the public map, or in all of an area (`all`). */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, info } = context
    const { country, area, place } = args.params
    if (!hasCountryPack(country)) throw new ExpectedError('not-found')
    await services.limits.use('search', info.ip)
    const asked = askedMap(context, { country, chamber: null })
    return { model: await readListPage(services, asked, area, place) }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.model.title ?? t('map.title') }) }]
}

export default function PublicList({ loaderData }: Route.ComponentProps) {
  return <ListPage model={loaderData.model} name={(row) => <bdi>{row.name}</bdi>} />
}
