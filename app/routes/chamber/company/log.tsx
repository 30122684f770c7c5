import { data, redirect } from 'react-router'
import { z } from 'zod'
import { isRecordId } from '#app/domain/company/company.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { addTask } from '#app/domain/relation/change-tasks.server.ts'
import { logContact } from '#app/domain/relation/log-contact.server.ts'
import { addDays, contactLog, taskEntry, workingDay } from '#app/domain/relation/relation.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { proposalsAfter } from '#app/domain/relation/stage-rules.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { toDay } from '#db/codec.ts'
import { engagementById } from '#db/queries/relation.ts'
import { formState } from '../../company/form-state.ts'
import { TaskForm } from '../relations/task-forms.tsx'
import type { Route } from './+types/log'
import { openCompany } from './frame.server.ts'
import { LogForm } from './log-form.tsx'

const intents = z.enum(['log', 'task'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale, t, url } = context
    const { chamber, company, frame } = await openCompany(context, args.params.companyId)
    const today = toDay(services.now())
    const after = url.searchParams.get('after') ?? ''
    const entry = isRecordId(after) ? await engagementById(services.db, chamber.id, after) : null
    const logged = entry?.company_id === company.id ? entry : null
    return {
      frame,
      today,
      officers: await officersOf(services.db, chamber),
      logged: logged && {
        kind: logged.kind,
        outcome: logged.outcome,
        proposals: proposalsAfter(logged.kind, logged.outcome).map((one) => {
          const day = workingDay(addDays(today, one.inDays))
          return {
            task: one.task,
            title: t(`relation.proposals.${one.task}`),
            day,
            dayLabel: formatDay(locale, day),
          }
        }),
      },
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const company = localePath(locale, `/chamber/companies/${companyId}`)
    if (intent.data === 'task') {
      const parsed = parseForm(form, taskEntry, t)
      if (!parsed.ok) return data(parsed.result, { status: 422 })
      const done = await refusing(form, t, () => addTask(deps, who, companyId, parsed.value))
      if (!done.ok) return data(done.result, { status: 422 })
      return redirect(company, { headers: flashHeaders('saved') })
    }
    const parsed = parseForm(form, contactLog, t)
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const done = await refusing(form, t, () => logContact(deps, who, companyId, parsed.value))
    if (!done.ok) return data(done.result, { status: 422 })
    return redirect(`${company}/log?after=${done.value}`, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.log.title')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyLog({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { frame, logged, today, officers } = loaderData
  const back = { href: path(`/chamber/companies/${frame.id}`), label: frame.name }
  const form = formState(actionData)
  if (logged) {
    return (
      <Page
        title={t('relation.log.whatNext')}
        intro={`${t(`relation.kinds.${logged.kind}`)} · ${t(`relation.outcomes.${logged.outcome}`)}`}
        back={back}
        width="form"
      >
        <div className="cards">
          {logged.proposals.map((one) => (
            <Card key={one.task} title={one.title} subtitle={one.dayLabel}>
              <form method="post">
                <HiddenField name="intent" value="task" />
                <HiddenField name="title" value={one.title} />
                <HiddenField name="dueOn" value={one.day} />
                <div className="actions">
                  <Button icon="plus" ariaLabel={`${t('relation.tasks.add')} : ${one.title}`}>
                    {t('relation.tasks.add')}
                  </Button>
                </div>
              </form>
            </Card>
          ))}
        </div>
        <Section title={t('relation.log.otherTask')} id="task">
          <TaskForm
            form={form}
            today={today}
            officers={officers}
            button={t('relation.tasks.add')}
          />
        </Section>
        <div className="actions">
          <ButtonLink href={back.href}>{t('relation.log.notNow')}</ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page title={t('relation.log.title')} intro={t('relation.log.intro')} back={back} width="form">
      <LogForm form={form} today={today} button={t('relation.log.save')} intent="log" />
    </Page>
  )
}
