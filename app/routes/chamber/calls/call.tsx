import { redirect } from 'react-router'
import {
  callDecision,
  callOutcomes,
  daysAfter,
  daysAway,
  longestSnooze,
  whysNot,
} from '#app/domain/calls/calls.ts'
import { decideCall } from '#app/domain/calls/decide-call.server.ts'
import { mostPoints, scoreTerms } from '#app/domain/calls/score.ts'
import { todaysCalls } from '#app/domain/calls/todays-calls.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { toDay } from '#db/codec.ts'
import { type FormState, formState } from '../../company/form-state.ts'
import type { Route } from './+types/call'
import { CallFacts, CallNumbers, CallReasons, UndoCall } from './call-card.tsx'
import { type ShownCall, shownCall } from './call-words.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const { db, reference } = services
    const now = services.now()
    const today = toDay(now)
    const chamber = await ownChamber(db, viewer)
    const rows = await todaysCalls({ db, reference, now }, chamber)
    const row = rows.find((one) => one.company_id === args.params.companyId)
    if (!row) throw new ExpectedError('not-found')
    const points = (value: number) => formatNumber(locale, value)
    return {
      call: shownCall(row, chamber.country, { reference, locale, t, today }),
      days: {
        tomorrow: daysAfter(today, 1),
        week: daysAfter(today, 7),
        month: daysAfter(today, 30),
        last: daysAfter(today, longestSnooze),
        today,
      },
      terms: [
        ...scoreTerms.map((term) => ({
          term: t(`calls.terms.${term}`),
          points:
            mostPoints[term] > 0
              ? t('calls.one.pointsOf', {
                  points: points(row.terms[term] ?? 0),
                  most: points(mostPoints[term]),
                })
              : points(row.terms[term] ?? 0),
        })),
        { term: t('calls.one.total'), points: points(row.score) },
      ],
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    form.set('company', args.params.companyId)
    const parsed = parseForm(form, callDecision, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () => decideCall(deps, signedIn(viewer), parsed.value))
    if (!done.ok) return unprocessable(done.result)
    return redirect(localePath(locale, '/chamber/calls'), { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = loaderData?.call.name ?? t('calls.title')
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function Call({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { call, days, terms } = loaderData
  const form = formState(actionData)
  return (
    <Page
      title={call.name}
      back={{ href: path('/chamber/calls'), label: t('calls.one.back') }}
      intro={<CallFacts call={call} />}
      actions={
        <ButtonLink href={path(`/chamber/companies/${call.id}`)}>
          {t('calls.one.record')}
        </ButtonLink>
      }
      aside={
        <Section title={t('calls.one.score')} intro={t('calls.one.scoreText')}>
          <DataTable
            caption={t('calls.one.score')}
            captionHidden
            rows={terms}
            rowKey={(row) => row.term}
            columns={[
              { key: 'term', label: t('calls.one.part'), cell: (row) => row.term },
              {
                key: 'points',
                label: t('calls.one.points'),
                align: 'end',
                cell: (row) => <bdi>{row.points}</bdi>,
              },
            ]}
          />
        </Section>
      }
    >
      <div className="fields">
        <p className="font-semibold">{call.argument}</p>
        <CallNumbers call={call} />
        <CallReasons label={t('calls.reasonsLabel')} reasons={call.reasons} />
      </div>
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      {call.decision ? (
        <div className="fields">
          <p className="font-semibold">{call.decision.text}</p>
          {call.decision.note && <p className="hint">{call.decision.note}</p>}
          {call.hasTask && <p className="hint">{t('calls.withTask')}</p>}
          <UndoCall call={call} />
        </div>
      ) : (
        <>
          <CallForm call={call} form={form} today={days.today} />
          <SnoozeForm call={call} form={form} days={days} />
          <UnsuitableForm call={call} form={form} />
        </>
      )}
    </Page>
  )
}

interface FormProps {
  readonly call: ShownCall
  readonly form: FormState
}

/** Which firm on which day, and what is decided. */
function Decision({ call, intent }: { call: ShownCall; intent: string }) {
  return (
    <>
      <HiddenField name="intent" value={intent} />
      <HiddenField name="day" value={call.day} />
    </>
  )
}

function CallForm({ call, form, today }: FormProps & { today: string }) {
  const t = useT()
  return (
    <Section title={t('calls.one.callTitle')}>
      <form method="post" noValidate className="fields">
        <Decision call={call} intent="done" />
        <RadioGroup
          name="outcome"
          label={t('calls.one.outcome')}
          options={callOutcomes.map((value) => ({ value, label: t(`relation.outcomes.${value}`) }))}
          defaultValue={form.value('outcome')}
          errors={form.errors('outcome')}
          inline
        />
        <TextField
          name="task"
          label={t('calls.one.task')}
          hint={t('calls.one.taskHint')}
          defaultValue={form.value('task')}
          errors={form.errors('task')}
          maxLength={160}
        />
        <DateField
          name="taskDue"
          label={t('calls.one.taskDue')}
          defaultValue={form.value('taskDue')}
          errors={form.errors('taskDue')}
          min={today}
        />
        <div className="actions">
          <Button variant="primary" icon="check">
            {t('calls.one.callButton')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function SnoozeForm({
  call,
  form,
  days,
}: FormProps & { days: Record<'tomorrow' | 'week' | 'month' | 'last', string> }) {
  const t = useT()
  return (
    <Section title={t('calls.one.snoozeTitle')} id="later">
      <form method="post">
        <Decision call={call} intent="snooze" />
        <div className="cluster">
          {(['tomorrow', 'week', 'month'] as const).map((when) => (
            <Button key={when} name="until" value={days[when]}>
              {t(`calls.one.${when}`)}
            </Button>
          ))}
        </div>
      </form>
      <form method="post" noValidate className="fields">
        <Decision call={call} intent="snooze" />
        <DateField
          name="until"
          label={t('calls.one.until')}
          defaultValue={form.value('until')}
          errors={form.errors('until')}
          min={days.tomorrow}
          max={days.last}
        />
        <div className="actions">
          <Button>{t('calls.one.snoozeButton')}</Button>
        </div>
      </form>
    </Section>
  )
}

function UnsuitableForm({ call, form }: FormProps) {
  const t = useT()
  return (
    <Section title={t('calls.one.whyTitle')} id="unsuitable">
      <form method="post" noValidate className="fields">
        <Decision call={call} intent="unsuitable" />
        <RadioGroup
          name="why"
          label={t('calls.one.why')}
          options={whysNot.map((value) => ({
            value,
            label: t(`calls.why.${value}`),
            hint: t('calls.one.daysAway', { count: daysAway[value] }),
          }))}
          defaultValue={form.value('why')}
          errors={form.errors('why')}
        />
        <div className="actions">
          <Button variant="danger">{t('calls.one.whyButton')}</Button>
        </div>
      </form>
    </Section>
  )
}
