import { engagementKinds, outcomes } from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { FormState } from '../../company/form-state.ts'

/** Logs a contact in three taps: how, what came of it, save. A note and another day are there for who wants them. */
export function LogForm(props: { form: FormState; today: string; button: string; intent: string }) {
  const t = useT()
  const { form } = props
  const more = Boolean(
    form.value('note') || form.errors('note') || form.errors('onDay') || props.intent === 'edit',
  )
  return (
    <form method="post" noValidate className="stack">
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <HiddenField name="intent" value={props.intent} />
      <RadioGroup
        name="kind"
        label={t('relation.log.kind')}
        inline
        options={engagementKinds.map((kind) => ({
          value: kind,
          label: t(`relation.kinds.${kind}`),
        }))}
        defaultValue={form.value('kind')}
        errors={form.errors('kind')}
      />
      <RadioGroup
        name="outcome"
        label={t('relation.log.outcome')}
        inline
        options={outcomes.map((one) => ({ value: one, label: t(`relation.outcomes.${one}`) }))}
        defaultValue={form.value('outcome')}
        errors={form.errors('outcome')}
      />
      <Disclosure summary={t('relation.log.more')} open={more}>
        <Fields>
          <TextArea
            name="note"
            label={t('relation.log.note')}
            mark={t('common.optional')}
            hint={t('relation.log.noteHint')}
            defaultValue={form.value('note')}
            errors={form.errors('note')}
            maxLength={2000}
          />
          <DateField
            name="onDay"
            label={t('relation.log.onDay')}
            max={props.today}
            defaultValue={form.value('onDay') ?? props.today}
            errors={form.errors('onDay')}
          />
        </Fields>
      </Disclosure>
      <div className="actions">
        <Button variant="primary" icon="check">
          {props.button}
        </Button>
      </div>
    </form>
  )
}
