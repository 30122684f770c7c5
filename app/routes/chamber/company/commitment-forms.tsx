import { commitmentEnds, commitmentKinds } from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { FormState } from '../../company/form-state.ts'
import { OutcomeForm } from './outcome-form.tsx'
import { commitmentState, type ShownCommitment } from './promise-words.ts'

/** A promise of a company and, while it is open, the form that says what became of it. */
export function CommitmentCard({
  commitment,
  form,
}: {
  commitment: ShownCommitment
  form: FormState
}) {
  const t = useT()
  const { status } = commitment
  const tone =
    commitment.late || status === 'broken' ? 'attention' : status === 'kept' ? 'done' : 'neutral'
  const title = t('relation.day.promise', {
    kind: t(`relation.commitments.kinds.${commitment.kind}`),
    quantity: commitment.quantity,
  })
  return (
    <Card
      title={title}
      subtitle={t('relation.commitments.until', { day: commitment.day })}
      badge={<Badge tone={tone}>{commitmentState(t, commitment)}</Badge>}
    >
      {commitment.note && (
        <p dir="auto" className="whitespace-pre-line">
          {commitment.note}
        </p>
      )}
      {status === 'open' && (
        <OutcomeForm
          form={form}
          intent="close-commitment"
          of={{ name: 'commitmentId', id: commitment.id, version: commitment.version }}
          about={title}
          ends={commitmentEnds.map((end) => ({
            value: end,
            label: t(`relation.commitments.states.${end}`),
          }))}
          count={{ name: 'keptQuantity', label: t('relation.commitments.kept') }}
        />
      )}
    </Card>
  )
}

/** Writes down a promise. */
export function CommitmentForm({ form, today }: { form: FormState; today: string }) {
  const t = useT()
  return (
    <Disclosure summary={t('relation.commitments.add')} open={form.value('intent') !== undefined}>
      <form method="post" noValidate className="fields max-w-form">
        <ErrorSummary
          id="commitment-errors"
          title={t('common.errorSummary')}
          errors={form.summary.map((one) => ({ ...one, fieldId: `commitment-${one.fieldId}` }))}
        />
        <HiddenField name="intent" value="commit" />
        <SelectField
          id="commitment-kind"
          name="kind"
          label={t('relation.commitments.kind')}
          emptyLabel={t('company.fields.choose')}
          options={commitmentKinds.map((kind) => ({
            value: kind,
            label: t(`relation.commitments.kinds.${kind}`),
          }))}
          defaultValue={form.value('kind')}
          errors={form.errors('kind')}
        />
        <Fields columns>
          <NumberField
            id="commitment-quantity"
            name="quantity"
            label={t('relation.commitments.quantity')}
            defaultValue={form.value('quantity')}
            errors={form.errors('quantity')}
          />
          <DateField
            id="commitment-dueOn"
            name="dueOn"
            label={t('relation.commitments.dueOn')}
            min={today}
            defaultValue={form.value('dueOn')}
            errors={form.errors('dueOn')}
          />
        </Fields>
        <TextArea
          id="commitment-note"
          name="note"
          label={t('relation.log.note')}
          mark={t('common.optional')}
          defaultValue={form.value('note')}
          errors={form.errors('note')}
          maxLength={1000}
          rows={2}
        />
        <div className="actions">
          <Button>{t('relation.commitments.addButton')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}
