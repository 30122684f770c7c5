import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import {
  handOver,
  handoversOf,
  portfolioOf,
  undoHandOver,
} from '#app/domain/relation/hand-over.server.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatDay, isolate } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { ownersOf } from '#db/queries/task.ts'
import { formState } from '../../company/form-state.ts'
import type { Route } from './+types/handover'

const intents = z.enum(['give', 'undo'])
const giving = z.object({ fromId: id, toId: id })
const undoing = z.object({ handoverId: id })

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db } = services
    const chamber = await ownChamber(db, viewer)
    const [officers, owners, made] = await Promise.all([
      officersOf(db, chamber),
      ownersOf(db, chamber.id),
      handoversOf(db, chamber.id, services.now()),
    ])
    const labelOf = (userId: string | null) =>
      officers.find((one) => one.userId === userId)?.label ?? t('relation.handover.formerColleague')
    const from = [...new Set([...officers.map((one) => one.userId), ...owners])]
    const fromId = from.find((one) => one === url.searchParams.get('from')) ?? null
    const toId = officers.find((one) => one.userId === url.searchParams.get('to'))?.userId ?? null
    const portfolio = fromId ? await portfolioOf(db, chamber.id, fromId) : null
    return {
      from: from.map((userId) => ({ value: userId, label: labelOf(userId) })),
      to: officers.map((one) => ({ value: one.userId, label: one.label })),
      preview:
        fromId && toId && portfolio
          ? {
              fromId,
              toId,
              from: labelOf(fromId),
              to: labelOf(toId),
              companies: portfolio.companyIds.length,
              tasks: portfolio.taskIds.length,
            }
          : null,
      made: made.map((one) => ({
        ...one,
        day: formatDay(locale, one.at),
        from: labelOf(one.fromId),
        to: labelOf(one.toId),
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, '/chamber/handover')
    if (intent.data === 'undo') {
      const parsed = parseForm(form, undoing, t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await undoHandOver(deps, who, parsed.value.handoverId)
      return redirect(here, { headers: flashHeaders('saved') })
    }
    const parsed = parseForm(form, giving, t)
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const done = await refusing(form, t, () => handOver(deps, who, parsed.value))
    if (!done.ok) return data(done.result, { status: 422 })
    return redirect(here, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('relation.handover.title') }) }]
}

export default function Handover({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { preview, made } = loaderData
  const form = formState(actionData)
  return (
    <Page
      title={t('relation.handover.title')}
      intro={t('relation.handover.intro')}
      back={{ href: path('/chamber/team'), label: t('chamber.companies.team') }}
      width="form"
    >
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <form method="get" className="fields">
        <Fields columns>
          <SelectField
            id="fromId"
            name="from"
            label={t('relation.handover.from')}
            emptyLabel={t('company.fields.choose')}
            dir="ltr"
            options={loaderData.from}
            defaultValue={preview?.fromId ?? form.value('fromId')}
            errors={form.errors('fromId')}
          />
          <SelectField
            id="toId"
            name="to"
            label={t('relation.handover.to')}
            emptyLabel={t('company.fields.choose')}
            dir="ltr"
            options={loaderData.to}
            defaultValue={preview?.toId ?? form.value('toId')}
            errors={form.errors('toId')}
          />
        </Fields>
        <div className="actions">
          <Button icon="eye">{t('relation.handover.preview')}</Button>
        </div>
      </form>
      {preview && (
        <Flash
          title={t('relation.handover.found', {
            from: isolate(preview.from),
            to: isolate(preview.to),
          })}
          action={
            <form method="post" action={path('/chamber/handover')}>
              <HiddenField name="intent" value="give" />
              <HiddenField name="fromId" value={preview.fromId} />
              <HiddenField name="toId" value={preview.toId} />
              <Button variant="primary">{t('relation.handover.button')}</Button>
            </form>
          }
        >
          <p>{t('relation.handover.companies', { count: preview.companies })}</p>
          <p>{t('relation.handover.tasks', { count: preview.tasks })}</p>
        </Flash>
      )}
      {made.length > 0 && (
        <Section title={t('relation.handover.made')}>
          <ul className="rows">
            {made.map((one) => (
              <li key={one.id} className="row">
                <div className="row-text">
                  {t('relation.handover.found', { from: isolate(one.from), to: isolate(one.to) })}
                  <p className="hint">
                    {one.day}
                    {' · '}
                    {t('relation.handover.companies', { count: one.companies })}
                    {' · '}
                    {t('relation.handover.tasks', { count: one.tasks })}
                    {one.undone && ` · ${t('relation.handover.undone')}`}
                  </p>
                </div>
                {one.undoable && (
                  <form method="post">
                    <HiddenField name="intent" value="undo" />
                    <HiddenField name="handoverId" value={one.id} />
                    <Button size="small">{t('relation.tasks.undo')}</Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
