import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/staff-list'
import { readListPage } from './list-model.server.ts'
import { ListPage } from './list-page.tsx'
import { askedMap } from './read-page.server.ts'

/** The chamber's companies at a place of the map, or in all of an area (`all`). */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const chamber = await ownChamber(context.services.db, context.viewer)
    const asked = askedMap(context, { country: chamber.country, chamber })
    const { area, place } = args.params
    return { model: await readListPage(context.services, asked, area, place) }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.model.title ?? t('map.title') }) }]
}

export default function StaffList({ loaderData }: Route.ComponentProps) {
  const path = usePath()
  return (
    <ListPage
      model={loaderData.model}
      name={(row) => (
        <a href={path(`/chamber/companies/${row.id}`)} dir="auto">
          {row.name}
        </a>
      )}
    />
  )
}
