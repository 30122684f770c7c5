import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import {
  closeCommitment,
  closeIntention,
  recordCommitment,
  recordIntention,
} from '#app/domain/relation/record-promises.server.ts'
import {
  commitmentEnd,
  commitmentEntry,
  intentionEnd,
  intentionEntry,
} from '#app/domain/relation/relation.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { type FormResult, parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Section } from '#app/ui/page.tsx'
import { commitmentsOf, intentionsOf } from '#db/queries/promise.ts'
import { formState } from '../../company/form-state.ts'
import { postedOccupation } from '../../company/occupation-choice.server.ts'
import { noOccupation } from '../../company/occupation-choice.ts'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import { Suggestions } from '../../search/suggestions.tsx'
import type { Route } from './+types/promises'
import { CommitmentCard, CommitmentForm } from './commitment-forms.tsx'
import { CompanyPage } from './company-page.tsx'
import { openCompany } from './frame.server.ts'
import { IntentionCard, IntentionForm } from './intention-forms.tsx'
import { readPromisesPage } from './promises-model.server.ts'
import { refuseUnseen } from './unseen-fields.ts'

const intents = z.enum(['commit', 'close-commitment', 'intend', 'close-intention'])

export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => readPromisesPage(context, args.params.companyId))
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, request } = context
    const { db, open, reference } = services
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const { chamber } = await openCompany(context, companyId)
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, `/chamber/companies/${companyId}/promises`)
    const saved = redirect(here, { headers: flashHeaders('saved') })
    const none = { occupation: null }
    switch (intent.data) {
      case 'commit': {
        const parsed = parseForm(form, commitmentEntry, t)
        if (!parsed.ok) return data({ ...parsed.result, ...none }, { status: 422 })
        const done = await refusing(form, t, () =>
          recordCommitment(deps, who, companyId, parsed.value),
        )
        return done.ok ? saved : data({ ...done.result, ...none }, { status: 422 })
      }
      case 'close-commitment': {
        const parsed = parseForm(form, commitmentEnd, t)
        const rows = await commitmentsOf(db, chamber.id, companyId)
        if (!parsed.ok)
          return data({ ...ofRow(parsed.result, 'commitmentId', rows), ...none }, { status: 422 })
        const done = await refusing(form, t, () =>
          closeCommitment(deps, who, companyId, parsed.value),
        )
        return done.ok ? saved : data({ ...done.result, ...none }, { status: 422 })
      }
      case 'intend': {
        const { choice: occupation, asked } = postedOccupation(reference, locale, form)
        if (asked) return { ...refusedForm(form, new FieldErrors({}), t), occupation }
        const parsed = parseForm(form, intentionEntry, t)
        if (!parsed.ok) return data({ ...parsed.result, occupation }, { status: 422 })
        const done = await refusing(form, t, () =>
          recordIntention(deps, who, companyId, parsed.value),
        )
        return done.ok ? saved : data({ ...done.result, occupation }, { status: 422 })
      }
      case 'close-intention': {
        const parsed = parseForm(form, intentionEnd, t)
        const rows = await intentionsOf(db, chamber.id, companyId)
        if (!parsed.ok)
          return data({ ...ofRow(parsed.result, 'intentionId', rows), ...none }, { status: 422 })
        await closeIntention(deps, who, companyId, parsed.value)
        return saved
      }
    }
  })
}

/**
 * The errors of a form that stands once for each row, by the ids of that row's fields. Throws
 * `ExpectedError` where the row is none of these, or a field that nobody sees is wrong.
 */
function ofRow(
  result: FormResult,
  idField: string,
  rows: readonly { readonly id: string }[],
): FormResult {
  refuseUnseen(result, [idField, 'version'])
  const row = String(result.values[idField] ?? '')
  if (!rows.some((one) => one.id === row)) throw new ExpectedError('not-found')
  return {
    ...result,
    errors: Object.fromEntries(
      Object.entries(result.errors).map(([name, errors]) => [`${name}-${row}`, errors]),
    ),
  }
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.tabs.promises')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyPromises({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { frame, commitments, intentions, today } = loaderData
  const intent = actionData?.values.intent
  const stateOf = (name: string) => formState(intent === name ? actionData : null)
  return (
    <CompanyPage frame={frame} current="promises">
      <Section title={t('relation.commitments.title')} intro={t('relation.commitments.intro')}>
        {commitments.length > 0 && (
          <div className="cards">
            {commitments.map((one) => (
              <CommitmentCard key={one.id} commitment={one} form={stateOf('close-commitment')} />
            ))}
          </div>
        )}
        <CommitmentForm form={stateOf('commit')} today={today} />
      </Section>
      <Section title={t('relation.intentions.title')} intro={t('relation.intentions.intro')}>
        {intentions.length > 0 && (
          <div className="cards">
            {intentions.map((one) => (
              <IntentionCard key={one.id} intention={one} form={stateOf('close-intention')} />
            ))}
          </div>
        )}
        <IntentionForm
          form={stateOf('intend')}
          sites={loaderData.sites}
          quarters={loaderData.quarters}
          occupation={actionData?.occupation ?? noOccupation}
        />
      </Section>
      <TakeAway out={exportLinks(t, path(`/chamber/companies/${frame.id}/promises/export`))} />
      <Suggestions />
    </CompanyPage>
  )
}
