import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import type { Option } from '#app/ui/select-field.tsx'
import type { FormState } from '../../company/form-state.ts'

/**
 * Says what became of something that a company promised or expected: how it ended, and how many. It
 * stands once for each, so that its fields bear the id of what they are about.
 */
export function OutcomeForm(props: {
  form: FormState
  intent: string
  /** What is closed: the name of its hidden field, its id and version, and how it is called. */
  of: { readonly name: string; readonly id: string; readonly version: number }
  about: string
  ends: readonly Option[]
  count: { readonly name: string; readonly label: string }
}) {
  const t = useT()
  const { form, of, count } = props
  const fieldId = (name: string) => `${name}-${of.id}`
  const mine = form.value(of.name) === of.id
  const close = t('relation.commitments.closeButton')
  const field = (name: string) => ({
    id: fieldId(name),
    name,
    defaultValue: mine ? form.value(name) : undefined,
    errors: form.errors(fieldId(name)),
  })
  return (
    <Disclosure summary={t('relation.commitments.close')} open={mine}>
      <form method="post" noValidate className="fields">
        {mine && (
          <ErrorSummary
            id={fieldId('errors')}
            title={t('common.errorSummary')}
            errors={form.summary}
          />
        )}
        <HiddenField name="intent" value={props.intent} />
        <HiddenField name={of.name} value={of.id} />
        <HiddenField name="version" value={of.version} />
        <RadioGroup
          {...field('status')}
          label={t('relation.commitments.became')}
          inline
          options={props.ends}
        />
        <NumberField {...field(count.name)} label={count.label} mark={t('common.optional')} />
        <div className="actions">
          <Button size="small" ariaLabel={`${close} : ${props.about}`}>
            {close}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
