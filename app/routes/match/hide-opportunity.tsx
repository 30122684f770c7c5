import { redirect } from 'react-router'
import { explainOwnMatch } from '#app/domain/match/explain-own-match.server.ts'
import { personOrder, personReasons } from '#app/domain/match/feedback.ts'
import { hideOpportunity, showOpportunityAgain } from '#app/domain/match/hide-match.server.ts'
import { listHiddenOpportunities } from '#app/domain/match/list-hidden.server.ts'
import { readOwnMatchList } from '#app/domain/match/match-list.ts'
import { listQuery } from '#app/domain/search/list-state.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import type { Route } from './+types/hide-opportunity'
import { HidePage } from './hide-page.tsx'
import { leaveHidePage } from './leave-hide-page.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const found = await explainOwnMatch(services, viewer, args.params.opportunityId)
    if (!found) throw redirect(localePath(locale, '/matches'))
    const hidden = (await listHiddenOpportunities(services, viewer)) ?? []
    const query = listQuery(readOwnMatchList(url.searchParams, services.reference))
    return {
      title: found.row.title,
      company: found.row.company_name ?? t('company.unnamed'),
      hidden: hidden.some(({ row }) => row.id === found.row.id),
      back: localePath(locale, '/matches') + query,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request, url }) => {
    const parsed = parseForm(await request.formData(), personOrder, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const who = signedIn(viewer)
    const { opportunityId } = args.params
    const order = parsed.value
    if (order.intent === 'hide') {
      await hideOpportunity(services, who, opportunityId, order.reason)
    } else await showOpportunityAgain(services, who, opportunityId)
    const to = leaveHidePage(localePath(locale, '/matches'), {
      query: listQuery(readOwnMatchList(url.searchParams, services.reference)),
      fromHidden: url.searchParams.get('from') === 'hidden',
      hidden: order.intent === 'hide' ? opportunityId : null,
    })
    return order.intent === 'hide'
      ? redirect(to)
      : redirect(to, { headers: flashHeaders('shownAgain') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.mine.hideTitle') }) }]
}

export default function HideOpportunity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { title, company, hidden, back } = loaderData
  return (
    <HidePage
      title={t('match.mine.hideTitle')}
      intro={
        <bdi>
          {title}, {company}
        </bdi>
      }
      what={t('match.mine.hide')}
      note={t('match.mine.hideNote')}
      reasons={personReasons.map((reason) => ({
        value: reason,
        label: t(`match.personReason.${reason}`),
      }))}
      hidden={hidden}
      back={{ href: back, label: t('match.mine.back') }}
      result={actionData}
    />
  )
}
