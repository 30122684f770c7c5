import { data, redirect } from 'react-router'
import { countryPack } from '#app/domain/countries/index.ts'
import { conditions, toMajorUnits } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import { setConditions } from '#app/domain/opportunity/set-conditions.server.ts'
import { assertEditable, todayOf } from '#app/domain/opportunity/update-opportunity.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page } from '#app/ui/page.tsx'
import { fromList } from '#db/codec.ts'
import { languagesOf } from '#db/queries/opportunity.ts'
import { formState } from '../company/form-state.ts'
import type { Route } from './+types/edit-conditions'
import { ConditionsForm } from './conditions-form.tsx'
import { OpportunitySteps } from './opportunity-steps.tsx'
import { stepMarks } from './step-marks.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer }) => {
    const { db } = services
    const { opportunity } = await editableOpportunity(db, viewer, args.params.opportunityId)
    assertEditable(opportunity)
    const pack = countryPack(opportunity.country)
    const languages = await languagesOf(db, opportunity.id)
    const text = (value: number | string | null) => (value === null ? '' : String(value))
    const major = (minor: number | null) =>
      minor === null ? '' : String(toMajorUnits(pack, minor))
    const stored: Record<string, string | string[]> = {
      education: text(opportunity.education),
      experienceMonths: text(opportunity.experience_months),
      licences: fromList(opportunity.licences),
      payMin: major(opportunity.pay_min),
      payMax: major(opportunity.pay_max),
      payPeriod: opportunity.pay_period ?? 'month',
      startDate: text(opportunity.start_date),
      endDate: text(opportunity.end_date),
      deadline: text(opportunity.deadline),
    }
    for (const [index, { language, level, required }] of languages.entries()) {
      stored[`languages[${index}].language`] = language
      stored[`languages[${index}].level`] = String(level)
      if (required) stored[`languages[${index}].required`] = 'on'
    }
    return {
      id: opportunity.id,
      title: opportunity.title,
      country: opportunity.country,
      version: opportunity.version,
      marks: await stepMarks(db, opportunity),
      languages: languages.length,
      today: todayOf(opportunity.country, services.now()),
      stored,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { opportunityId } = args.params
    const form = await request.formData()
    const parsed = parseForm(form, conditions, t)
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () =>
      setConditions(deps, signedIn(viewer), opportunityId, parsed.value),
    )
    if (!done.ok) return data(done.result, { status: 422 })
    services.index.wake()
    return redirect(localePath(locale, `/employer/opportunities/${opportunityId}/preview`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('opportunity.steps.conditions') }) }]
}

export default function EditConditions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const form = formState(actionData, loaderData.stored)
  return (
    <Page
      title={t('opportunity.steps.conditions')}
      intro={t('opportunity.conditions.intro')}
      back={{ href: path(`/employer/opportunities/${loaderData.id}`), label: loaderData.title }}
      width="form"
    >
      <OpportunitySteps
        current="conditions"
        opportunityId={loaderData.id}
        done={loaderData.marks}
      />
      <ConditionsForm
        form={form}
        country={loaderData.country}
        version={form.value('version') ?? loaderData.version}
        languages={loaderData.languages}
        today={loaderData.today}
      />
    </Page>
  )
}
