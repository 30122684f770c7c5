import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { askConfirmation } from '#app/domain/relation/ask-confirmation.server.ts'
import { type Change, confirmationAnswer } from '#app/domain/relation/confirmation.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { confirmationsOf } from '#db/queries/relation.ts'
import type { Route } from './+types/confirmation'
import { openCompany } from './frame.server.ts'

const intents = z.enum(['link', 'send'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale, t } = context
    const { company, chamber, frame } = await openCompany(context, args.params.companyId)
    const rows = await confirmationsOf(services.db, chamber.id, company.id)
    const now = services.now().toISOString()
    return {
      frame,
      email: company.email,
      asked: rows.map((row) => {
        const read = row.answer ? confirmationAnswer.safeParse(JSON.parse(row.answer)) : null
        const answer = read?.success ? read.data : null
        return {
          id: row.id,
          day: formatDay(locale, row.created_at),
          sentTo: row.sent_to,
          state: row.answered_at ? 'answered' : row.expires_at > now ? 'open' : 'ended',
          when: formatDay(locale, row.answered_at ?? row.expires_at),
          answer: answer && {
            ...answer,
            changes: answer.changes.map((one) => ({
              ...one,
              before: shown(t, context.services.reference, locale, one, one.before),
              after: shown(t, context.services.reference, locale, one, one.after),
            })),
          },
        } as const
      }),
    }
  })
}

/** A fact of an answer in the reader's words. */
function shown(
  t: Translate,
  reference: { sectorName(code: string, locale: 'fr' | 'en' | 'ar'): string },
  locale: 'fr' | 'en' | 'ar',
  change: Pick<Change, 'field'>,
  value: string | null,
): string {
  if (value === null) return t('common.unknown')
  if (change.field === 'sector') return reference.sectorName(value, locale)
  if (change.field === 'sizeBand') {
    return t(`company.sizeBands.${value as '1' | '2-9' | '10-49' | '50-249' | '250+'}`)
  }
  return value
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const deps = { db: services.db, now: services.now(), appUrl: services.config.appUrl, locale }
    const send = intent.data === 'send'
    const done = await refusing(form, t, () =>
      askConfirmation(deps, signedIn(viewer), companyId, send),
    )
    if (!done.ok) {
      const problems = Object.values(done.result.errors).flat()
      return data({ link: null, problems }, { status: 422 })
    }
    if (!send) return { link: done.value, problems: [] }
    const here = localePath(locale, `/chamber/companies/${companyId}/confirmation`)
    return redirect(here, { headers: flashHeaders('invited') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.confirm.title')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyConfirmation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { frame, email, asked } = loaderData
  const problems: readonly string[] = actionData?.problems ?? []
  return (
    <Page
      title={t('relation.confirm.title')}
      intro={t('relation.confirm.staffIntro')}
      back={{ href: path(`/chamber/companies/${frame.id}`), label: frame.name }}
      width="form"
    >
      <ErrorSummary
        title={t('common.errorSummary')}
        errors={problems.map((message) => ({ message }))}
      />
      {actionData?.link && (
        <Flash tone="done" title={t('relation.confirm.linkMade')}>
          <TextField
            name="link"
            label={t('relation.confirm.link')}
            hint={t('relation.confirm.linkHint')}
            dir="ltr"
            readOnly
            defaultValue={actionData.link}
          />
        </Flash>
      )}
      <div className="actions">
        {email ? (
          <form method="post">
            <HiddenField name="intent" value="send" />
            <Button icon="send" variant="primary">
              {t('relation.confirm.send')}
            </Button>
          </form>
        ) : (
          <p className="hint">
            {t('relation.confirm.noEmail')}{' '}
            <a href={path(`/chamber/companies/${frame.id}/record`)}>
              {t('relation.record.fillIn')}
            </a>
          </p>
        )}
        <form method="post">
          <HiddenField name="intent" value="link" />
          <Button icon="link">{t('relation.confirm.makeLink')}</Button>
        </form>
      </div>
      {email && (
        <p className="hint">
          {t('relation.confirm.sentTo')} <bdi dir="ltr">{email}</bdi>
        </p>
      )}
      {asked.length > 0 && (
        <Section title={t('relation.confirm.history')}>
          <ul className="rows">
            {asked.map((one) => (
              <li key={one.id}>
                <p>
                  {t('relation.confirm.askedOn', { day: one.day })} ·{' '}
                  {t(`relation.confirm.states.${one.state}`, { day: one.when })}
                </p>
                {one.sentTo && (
                  <p className="hint">
                    <bdi dir="ltr">{one.sentTo}</bdi>
                  </p>
                )}
                {one.answer && <Answer answer={one.answer} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Answer(props: {
  answer: {
    changes: readonly { field: Change['field']; before: string; after: string }[]
    contactsAdded: number
    contactsLeft: number
    hires: number
  }
}) {
  const t = useT()
  const { answer } = props
  const people = answer.contactsAdded + answer.contactsLeft
  return (
    <>
      {answer.changes.length + people + answer.hires === 0 && (
        <p className="hint">{t('relation.confirm.nothingChanged')}</p>
      )}
      <DefinitionList
        items={[
          ...answer.changes.map((one) => ({
            term: t(`relation.confirm.fields.${one.field}`),
            value: (
              <>
                <del>
                  <bdi>{one.before}</bdi>
                </del>{' '}
                <ins>
                  <bdi>{one.after}</bdi>
                </ins>
              </>
            ),
          })),
          {
            term: t('relation.confirm.contactsAdded'),
            value: answer.contactsAdded > 0 ? answer.contactsAdded : null,
          },
          {
            term: t('relation.confirm.contactsLeft'),
            value: answer.contactsLeft > 0 ? answer.contactsLeft : null,
          },
          { term: t('relation.confirm.hires'), value: answer.hires > 0 ? answer.hires : null },
        ]}
      />
    </>
  )
}
