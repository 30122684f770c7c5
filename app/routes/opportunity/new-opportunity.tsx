import { data, redirect } from 'react-router'
import { editableCompany } from '#app/domain/company/company-scope.server.ts'
import { createOpportunity } from '#app/domain/opportunity/create-opportunity.server.ts'
import { basics } from '#app/domain/opportunity/opportunity.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page } from '#app/ui/page.tsx'
import { formState } from '../company/form-state.ts'
import { storedPlace } from '../company/place-choice.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/new-opportunity'
import { BasicsForm } from './basics-form.tsx'
import { readPlace, siteChoices } from './basics-request.server.ts'
import { OpportunitySteps } from './opportunity-steps.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db, reference } = services
    const { company } = await editableCompany(db, viewer, args.params.companyId)
    return {
      companyId: company.id,
      company: company.trade_name ?? company.legal_name,
      country: company.country,
      sites: await siteChoices(db, reference, company.id, locale),
      place: storedPlace(reference, locale, null),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { companyId } = args.params
    const form = await request.formData()
    const { company } = await editableCompany(db, viewer, companyId)
    const { place, again } = readPlace(form, reference, company.country, locale, t)
    if (again) return { ...again, place }
    const parsed = parseForm(form, basics, t)
    if (!parsed.ok) return data({ ...parsed.result, place }, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () =>
      createOpportunity(deps, signedIn(viewer), companyId, parsed.value),
    )
    if (!done.ok) return data({ ...done.result, place }, { status: 422 })
    return redirect(localePath(locale, `/employer/opportunities/${done.value}/skills`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('opportunity.new.title') }) }]
}

export default function NewOpportunity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { sites } = loaderData
  const form = formState(actionData, { kind: 'job', where: sites[0]?.id ?? '' })
  return (
    <Page
      title={t('opportunity.new.title')}
      intro={t('opportunity.new.intro', { company: loaderData.company })}
      back={{ href: path('/employer'), label: t('company.desk.title') }}
      width="form"
    >
      <OpportunitySteps current="basics" />
      <BasicsForm
        form={form}
        country={loaderData.country}
        sites={sites}
        place={actionData?.place ?? loaderData.place}
        button={t('opportunity.new.save')}
      />
      <Suggestions />
    </Page>
  )
}
