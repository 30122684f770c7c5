import { redirect } from 'react-router'
import { explainMatchingProfile } from '#app/domain/match/explain-matching-profile.server.ts'
import { companyOrder, companyReasons } from '#app/domain/match/feedback.ts'
import { hideProfile, showProfileAgain } from '#app/domain/match/hide-match.server.ts'
import { listHiddenProfiles } from '#app/domain/match/list-hidden.server.ts'
import { readProfileMatchList } from '#app/domain/match/match-list.ts'
import { listQuery } from '#app/domain/search/list-state.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import type { Route } from './+types/hide-profile'
import { HidePage } from './hide-page.tsx'
import { leaveHidePage } from './leave-hide-page.ts'

const listPath = (opportunityId: string) => `/employer/opportunities/${opportunityId}/matches`

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { opportunityId, profileId } = args.params
    const { own, code } = await explainMatchingProfile(services, viewer, opportunityId, profileId)
    const { hidden } = await listHiddenProfiles(services, viewer, opportunityId)
    const query = listQuery(readProfileMatchList(url.searchParams))
    return {
      opportunity: own.title,
      code,
      hidden: hidden.some(({ profile }) => profile.profile.id === profileId),
      back: localePath(locale, listPath(own.need.id)) + query,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request, url }) => {
    const parsed = parseForm(await request.formData(), companyOrder, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const who = signedIn(viewer)
    const { opportunityId, profileId } = args.params
    const order = parsed.value
    if (order.intent === 'hide') {
      await hideProfile(services, who, opportunityId, profileId, order.reason)
    } else await showProfileAgain(services, who, opportunityId, profileId)
    const to = leaveHidePage(localePath(locale, listPath(opportunityId)), {
      query: listQuery(readProfileMatchList(url.searchParams)),
      fromHidden: url.searchParams.get('from') === 'hidden',
      hidden: order.intent === 'hide' ? profileId : null,
    })
    return order.intent === 'hide'
      ? redirect(to)
      : redirect(to, { headers: flashHeaders('shownAgain') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.profiles.hideTitle') }) }]
}

export default function HideProfile({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { opportunity, code, hidden, back } = loaderData
  return (
    <HidePage
      title={t('match.profiles.hideTitle')}
      intro={
        <>
          {t('search.candidates.profile', { code })}.{' '}
          {t('match.profiles.forOpportunity', { title: opportunity })}
        </>
      }
      what={t('match.profiles.hide')}
      note={t('match.profiles.hideNote')}
      reasons={companyReasons.map((reason) => ({
        value: reason,
        label: t(`match.companyReason.${reason}`),
      }))}
      hidden={hidden}
      back={{ href: back, label: t('match.profiles.back') }}
      result={actionData}
    />
  )
}
