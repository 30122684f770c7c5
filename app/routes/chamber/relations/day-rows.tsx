import type { DueItem } from '#app/domain/relation/read-day.server.ts'
import { snoozeDays } from '#app/domain/relation/relation.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import {
  dueTitle,
  dueWhen,
  type EndingVerification,
  endingWords,
  promiseKind,
} from './day-words.ts'

type Task = DueItem & { what: 'task' }

/** What is due, each with what can be done about it here and now. */
export function DueRows(props: {
  items: readonly DueItem[]
  action: string
  others: readonly { userId: string; label: string }[]
  late: boolean
}) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  return (
    <ul className="rows">
      {props.items.map((item) => (
        <li key={item.id} className="row">
          <div className="row-text">
            {item.what === 'task' ? (
              <bdi>{item.title}</bdi>
            ) : (
              <a href={path(`/chamber/companies/${item.company.id}/promises`)}>
                {dueTitle(t, item)}
              </a>
            )}
            <p className="hint">
              {item.company && (
                <>
                  <a href={path(`/chamber/companies/${item.company.id}`)} dir="auto">
                    {item.company.name}
                  </a>
                  {' · '}
                </>
              )}
              {dueWhen(t, locale, item, props.late)}
            </p>
          </div>
          {item.what === 'task' ? (
            <>
              <DoneForm task={item} action={props.action} />
              <TaskActions task={item} action={props.action} others={props.others} />
            </>
          ) : (
            <Badge>{promiseKind(t, item)}</Badge>
          )}
        </li>
      ))}
    </ul>
  )
}

function TaskActions(props: {
  task: Task
  action: string
  others: readonly { userId: string; label: string }[]
}) {
  const t = useT()
  const { task, action } = props
  return (
    <Disclosure summary={t('relation.tasks.later')}>
      <form method="post" action={action} className="actions">
        <HiddenField name="intent" value="snooze" />
        <HiddenField name="taskId" value={task.id} />
        {snoozeDays.map((days) => {
          const words = t('relation.tasks.inDays', { count: days })
          return (
            <Button
              key={days}
              size="small"
              name="days"
              value={String(days)}
              ariaLabel={`${words} : ${task.title}`}
            >
              {words}
            </Button>
          )
        })}
      </form>
      {props.others.length > 0 && (
        <form method="post" action={action} className="actions">
          <HiddenField name="intent" value="assign" />
          <HiddenField name="taskId" value={task.id} />
          {props.others.map((one) => (
            <Button key={one.userId} size="small" name="assigneeId" value={one.userId}>
              {t('relation.tasks.giveTo', { name: one.label })}
            </Button>
          ))}
        </form>
      )}
    </Disclosure>
  )
}

function DoneForm({ task, action }: { task: Task; action: string }) {
  const t = useT()
  return (
    <form method="post" action={action}>
      <HiddenField name="intent" value="done" />
      <HiddenField name="taskId" value={task.id} />
      <Button size="small" icon="check" ariaLabel={`${t('relation.tasks.done')} : ${task.title}`}>
        {t('relation.tasks.done')}
      </Button>
    </form>
  )
}

/** What was finished today, each with a way back. */
export function DoneRows({ items, action }: { items: readonly Task[]; action: string }) {
  const t = useT()
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.id} className="row">
          <div className="row-text">
            <bdi>{item.title}</bdi>
            {item.company && (
              <p className="hint">
                <bdi>{item.company.name}</bdi>
              </p>
            )}
          </div>
          <form method="post" action={action}>
            <HiddenField name="intent" value="undo" />
            <HiddenField name="taskId" value={item.id} />
            <Button size="small" ariaLabel={`${t('relation.tasks.undo')} : ${item.title}`}>
              {t('relation.tasks.undo')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Companies whose verification ends soon, or has ended. */
export function VerificationRows(props: { rows: readonly EndingVerification[] }) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  return (
    <ul className="rows">
      {props.rows.map((row) => (
        <li key={row.id} className="row">
          <span>
            <a href={path(`/chamber/companies/${row.id}#verify`)} dir="auto">
              {row.name}
            </a>
          </span>
          <Badge tone={row.ended ? 'attention' : 'sun'}>{endingWords(t, locale, row)}</Badge>
        </li>
      ))}
    </ul>
  )
}
