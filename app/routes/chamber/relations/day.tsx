import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import {
  addTask,
  assignTask,
  finishTask,
  postponeTask,
  reopenTask,
} from '#app/domain/relation/change-tasks.server.ts'
import { addDays, snoozeDays, taskEntry, workingDay } from '#app/domain/relation/relation.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { toDay } from '#db/codec.ts'
import { formState } from '../../company/form-state.ts'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/day'
import { readDayPage } from './day-model.server.ts'
import { DoneRows, DueRows, VerificationRows } from './day-rows.tsx'
import { TaskForm } from './task-forms.tsx'

const intents = z.enum(['done', 'undo', 'snooze', 'assign', 'task'])
const ofTask = z.object({ taskId: id })
const snooze = ofTask.extend({
  days: z.coerce
    .number('form.invalid')
    .refine((days) => snoozeDays.some((one) => one === days), 'form.invalid'),
})
const assign = ofTask.extend({ assigneeId: id })

export function loader(args: Route.LoaderArgs) {
  return page(args, readDayPage)
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, t, request, url }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const now = services.now()
    const deps = { db, dialect: open.dialect, reference, now }
    const saved = redirect(`${url.pathname}${url.search}`, { headers: flashHeaders('saved') })
    switch (intent.data) {
      case 'task': {
        const parsed = parseForm(form, taskEntry, t)
        if (!parsed.ok) return data(parsed.result, { status: 422 })
        const done = await refusing(form, t, () => addTask(deps, who, null, parsed.value))
        return done.ok ? saved : data(done.result, { status: 422 })
      }
      case 'done':
      case 'undo': {
        const parsed = parseForm(form, ofTask, t)
        if (!parsed.ok) throw new ExpectedError('invalid')
        const change = intent.data === 'done' ? finishTask : reopenTask
        await change(deps, who, parsed.value.taskId)
        return saved
      }
      case 'snooze': {
        const parsed = parseForm(form, snooze, t)
        if (!parsed.ok) throw new ExpectedError('invalid')
        const { taskId, days } = parsed.value
        await postponeTask(deps, who, taskId, workingDay(addDays(toDay(now), days)))
        return saved
      }
      case 'assign': {
        const parsed = parseForm(form, assign, t)
        if (!parsed.ok) throw new ExpectedError('invalid')
        const { taskId, assigneeId } = parsed.value
        const done = await refusing(form, t, () => assignTask(deps, who, taskId, assigneeId))
        if (!done.ok) throw new ExpectedError('invalid')
        return saved
      }
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('relation.day.title') }) }]
}

export default function Day({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { overdue, onDay, next, done, officers, verifications, today, whose, me } = loaderData
  const form = formState(actionData)
  const base = path('/chamber/day')
  const others = officers.filter((one) => one.userId !== me)
  const action = `${base}${loaderData.search}`
  const nothing = overdue.length + onDay.length + next.length === 0
  return (
    <Page title={t('relation.day.title')} intro={loaderData.todayLabel}>
      <ChamberNav current="day" />
      {others.length > 0 && (
        <Tabs
          label={t('relation.day.whose')}
          tabs={[
            { href: base, label: t('relation.day.mine'), current: whose === me },
            ...others.map((one) => ({
              href: `${base}?who=${one.userId}`,
              label: one.label,
              current: whose === one.userId,
            })),
            {
              href: `${base}?who=all`,
              label: t('relation.day.everybody'),
              current: whose === 'all',
            },
          ]}
        />
      )}
      {nothing && (
        <EmptyState
          icon="check"
          title={t('relation.day.empty')}
          text={t('relation.day.emptyText')}
        />
      )}
      {(
        [
          ['overdue', overdue],
          ['today', onDay],
          ['next', next],
        ] as const
      ).map(
        ([part, items]) =>
          items.length > 0 && (
            <Section key={part} id={part} title={t(`relation.day.${part}`)}>
              <DueRows items={items} action={action} others={others} late={part === 'overdue'} />
            </Section>
          ),
      )}
      {verifications.length > 0 && (
        <Section
          id="verifications"
          title={t('relation.day.verifications')}
          intro={t('relation.day.verificationsIntro')}
        >
          <VerificationRows rows={verifications} />
        </Section>
      )}
      <Section id="task" title={t('relation.tasks.new')}>
        <TaskForm form={form} today={today} officers={officers} button={t('relation.tasks.add')} />
      </Section>
      {done.length > 0 && (
        <Section id="done" title={t('relation.day.done')}>
          <DoneRows items={done} action={action} />
        </Section>
      )}
      <TakeAway out={exportLinks(t, `${path('/chamber/day/export')}?who=${whose}`)} />
    </Page>
  )
}
