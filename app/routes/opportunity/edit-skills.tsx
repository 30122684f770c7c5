import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { chooseOccupation } from '#app/domain/opportunity/choose-occupation.server.ts'
import { chooseSkills } from '#app/domain/opportunity/choose-skills.server.ts'
import { occupationChoice, skillChoice } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import { assertEditable } from '#app/domain/opportunity/update-opportunity.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page, Section } from '#app/ui/page.tsx'
import { skillsOf } from '#db/queries/opportunity.ts'
import { formState } from '../company/form-state.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/edit-skills'
import { OccupationForm } from './occupation-form.tsx'
import { occupationOffers } from './occupation-offers.server.ts'
import { OpportunitySteps } from './opportunity-steps.tsx'
import { readSkillSearch, skillOffers } from './skill-offers.server.ts'
import { SkillsForm } from './skills-form.tsx'
import { stepMarks } from './step-marks.server.ts'

const intents = z.enum(['occupation', 'skills'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, reference } = services
    const { opportunity } = await editableOpportunity(db, viewer, args.params.opportunityId)
    assertEditable(opportunity)
    const skills = await skillsOf(db, opportunity.id)
    const of = (essential: 0 | 1) =>
      skills.filter((one) => one.essential === essential).map((one) => one.skill_uri)
    const occupationUri = opportunity.occupation_uri
    const query = (url.searchParams.get('occupation') ?? '').trim().slice(0, 80)
    return {
      id: opportunity.id,
      title: opportunity.title,
      version: opportunity.version,
      marks: await stepMarks(db, opportunity),
      occupation: occupationUri
        ? { uri: occupationUri, label: reference.label(occupationUri, locale) }
        : null,
      query,
      occupations: occupationOffers(
        reference,
        locale,
        query || opportunity.title,
        occupationUri,
        query ? '' : (opportunity.description ?? ''),
      ),
      skills: skillOffers(
        reference,
        locale,
        occupationUri,
        { essential: of(1), useful: of(0) },
        '',
        opportunity.description ?? '',
      ),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { opportunityId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, `/employer/opportunities/${opportunityId}/skills`)
    if (intent.data === 'occupation') {
      const parsed = parseForm(form, occupationChoice, t)
      if (!parsed.ok) return data({ ...parsed.result, skills: null }, { status: 422 })
      const done = await refusing(form, t, () =>
        chooseOccupation(deps, who, opportunityId, parsed.value),
      )
      if (!done.ok) return data({ ...done.result, skills: null }, { status: 422 })
      services.index.wake()
      return redirect(`${here}#skills`, { headers: flashHeaders('saved') })
    }
    const { opportunity } = await editableOpportunity(db, viewer, opportunityId)
    const search = readSkillSearch(form, (uri) => reference.has('skill', uri))
    const skills = skillOffers(
      reference,
      locale,
      opportunity.occupation_uri,
      search.chosen,
      search.query,
      opportunity.description ?? '',
    )
    if (search.asked) return { ...refusedForm(form, new FieldErrors({}), t), skills }
    const parsed = parseForm(form, skillChoice, t)
    if (!parsed.ok) return data({ ...parsed.result, skills }, { status: 422 })
    const done = await refusing(form, t, () => chooseSkills(deps, who, opportunityId, parsed.value))
    if (!done.ok) return data({ ...done.result, skills }, { status: 422 })
    services.index.wake()
    return redirect(localePath(locale, `/employer/opportunities/${opportunityId}/conditions`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('opportunity.steps.skills') }) }]
}

export default function EditSkills({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const form = formState(actionData)
  const version = form.value('version') ?? loaderData.version
  return (
    <Page
      title={t('opportunity.steps.skills')}
      intro={t('opportunity.skills.intro')}
      back={{ href: path(`/employer/opportunities/${loaderData.id}`), label: loaderData.title }}
      width="form"
    >
      <OpportunitySteps current="skills" opportunityId={loaderData.id} done={loaderData.marks} />
      <OccupationForm
        form={form}
        version={version}
        chosen={loaderData.occupation}
        query={loaderData.query}
        offers={loaderData.occupations}
      />
      <Section title={t('opportunity.skills.title')} id="skills">
        <SkillsForm
          form={form}
          version={version}
          offers={actionData?.skills ?? loaderData.skills}
        />
      </Section>
      <Suggestions />
    </Page>
  )
}
