import { data, redirect } from 'react-router'
import { editOpportunity } from '#app/domain/opportunity/edit-opportunity.server.ts'
import { basicsEdit } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import { assertEditable } from '#app/domain/opportunity/update-opportunity.server.ts'
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
import type { Route } from './+types/edit-opportunity'
import { BasicsForm } from './basics-form.tsx'
import { readPlace, siteChoices } from './basics-request.server.ts'
import { OpportunitySteps } from './opportunity-steps.tsx'
import { stepMarks } from './step-marks.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db, reference } = services
    const { opportunity, company } = await editableOpportunity(
      db,
      viewer,
      args.params.opportunityId,
    )
    assertEditable(opportunity)
    const elsewhere = opportunity.site_id === null ? opportunity.place_id : null
    return {
      id: opportunity.id,
      title: opportunity.title,
      country: company.country,
      version: opportunity.version,
      marks: await stepMarks(db, opportunity),
      sites: await siteChoices(db, reference, company.id, locale),
      place: storedPlace(reference, locale, elsewhere),
      stored: {
        kind: opportunity.kind,
        title: opportunity.title,
        contract: opportunity.contract ?? '',
        posts: String(opportunity.posts),
        description: opportunity.description ?? '',
        where: opportunity.site_id ?? (opportunity.place_id ? 'other' : ''),
        ...(opportunity.remote === 1 && { remote: 'on' }),
      },
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { opportunityId } = args.params
    const form = await request.formData()
    const { company } = await editableOpportunity(db, viewer, opportunityId)
    const { place, again } = readPlace(form, reference, company.country, locale, t)
    if (again) return { ...again, place }
    const parsed = parseForm(form, basicsEdit, t)
    if (!parsed.ok) return data({ ...parsed.result, place }, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () =>
      editOpportunity(deps, signedIn(viewer), opportunityId, parsed.value),
    )
    if (!done.ok) return data({ ...done.result, place }, { status: 422 })
    services.index.wake()
    return redirect(localePath(locale, `/employer/opportunities/${opportunityId}/skills`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('opportunity.steps.basics') }) }]
}

export default function EditOpportunity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const form = formState(actionData, loaderData.stored)
  return (
    <Page
      title={t('opportunity.steps.basics')}
      back={{ href: path(`/employer/opportunities/${loaderData.id}`), label: loaderData.title }}
      width="form"
    >
      <OpportunitySteps current="basics" opportunityId={loaderData.id} done={loaderData.marks} />
      <BasicsForm
        form={form}
        country={loaderData.country}
        sites={loaderData.sites}
        place={actionData?.place ?? loaderData.place}
        version={form.value('version') ?? loaderData.version}
        button={t('opportunity.saveAndContinue')}
      />
      <Suggestions />
    </Page>
  )
}
