import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { changeTeam, loadTeam } from '#app/routes/account/team.server.ts'
import { TeamPage } from '#app/routes/account/team-page.tsx'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/team'

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = t('account.team.title', { name: loaderData?.name ?? '' })
  return [{ title: t('common.pageTitle', { title }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => loadTeam(context, { kind: 'company', id: args.params.companyId }))
}

export function action(args: Route.ActionArgs) {
  return page(args, (context) =>
    changeTeam(context, { kind: 'company', id: args.params.companyId }),
  )
}

export default function CompanyTeam({ loaderData, actionData }: Route.ComponentProps) {
  return <TeamPage team={loaderData} result={actionData} />
}
