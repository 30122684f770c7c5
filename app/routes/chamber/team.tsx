import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { changeTeam, loadTeam, ownOffice } from '#app/routes/account/team.server.ts'
import { TeamPage } from '#app/routes/account/team-page.tsx'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/team'

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = t('account.team.title', { name: loaderData?.name ?? '' })
  return [{ title: t('common.pageTitle', { title }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => loadTeam(context, ownOffice(context, 'chamber')))
}

export function action(args: Route.ActionArgs) {
  return page(args, (context) => changeTeam(context, ownOffice(context, 'chamber')))
}

export default function ChamberTeam({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const handover = { href: path('/chamber/handover'), label: t('relation.handover.open') }
  return <TeamPage team={loaderData} result={actionData} also={handover} />
}
