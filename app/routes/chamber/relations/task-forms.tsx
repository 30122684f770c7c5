import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { FormState } from '../../company/form-state.ts'

interface Officer {
  readonly userId: string
  readonly label: string
}

const fields = new Set(['title', 'dueOn', 'assigneeId'])

/** Sets a task: what, until when, for whom. */
export function TaskForm(props: {
  form: FormState
  today: string
  officers: readonly Officer[]
  button: string
}) {
  const t = useT()
  const { form } = props
  return (
    <form method="post" noValidate className="fields" action="#task">
      <ErrorSummary
        id="task-errors"
        title={t('common.errorSummary')}
        errors={form.summary.filter((one) => fields.has(one.fieldId ?? ''))}
      />
      <HiddenField name="intent" value="task" />
      <TextField
        name="title"
        label={t('relation.tasks.what')}
        defaultValue={form.value('title')}
        errors={form.errors('title')}
        maxLength={160}
        autoComplete="off"
      />
      <Fields columns>
        <DateField
          name="dueOn"
          label={t('relation.tasks.dueOn')}
          min={props.today}
          defaultValue={form.value('dueOn') ?? props.today}
          errors={form.errors('dueOn')}
        />
        {props.officers.length > 1 && (
          <SelectField
            name="assigneeId"
            label={t('relation.tasks.assignee')}
            dir="ltr"
            options={props.officers.map((one) => ({ value: one.userId, label: one.label }))}
            defaultValue={form.value('assigneeId')}
            errors={form.errors('assigneeId')}
          />
        )}
      </Fields>
      <div className="actions">
        <Button icon="plus">{props.button}</Button>
      </div>
    </form>
  )
}

/** A company's open tasks, each with its day and a button that finishes it. */
export function TaskRows(props: {
  tasks: readonly { id: string; title: string; day: string; late: boolean }[]
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul className="rows">
      {props.tasks.map((task) => (
        <li key={task.id} className="row">
          <div className="row-text">
            <bdi>{task.title}</bdi>
            <p className="hint">
              {task.late
                ? t('relation.tasks.lateSince', { day: formatDay(locale, task.day) })
                : formatDay(locale, task.day)}
            </p>
          </div>
          <form method="post">
            <HiddenField name="intent" value="done" />
            <HiddenField name="taskId" value={task.id} />
            <Button
              size="small"
              icon="check"
              ariaLabel={`${t('relation.tasks.done')} : ${task.title}`}
            >
              {t('relation.tasks.done')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
