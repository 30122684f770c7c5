import { intentionKinds } from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Fields } from '#app/ui/fieldset.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormState } from './form-state.ts'
import type { OccupationChoice } from './occupation-choice.ts'
import { OccupationPicker } from './occupation-picker.tsx'

type IntentionFact = 'occupation' | 'kind' | 'posts' | 'quarter'

/**
 * Hires that a company expects: which occupation, in what form, how many, when. `nameOf` says what the
 * fields are called in their form, `idOf` what tells them from others of the page.
 */
export function IntentionFields(props: {
  form: FormState
  occupation: OccupationChoice
  quarters: readonly { value: string; label: string }[]
  nameOf?: (fact: IntentionFact) => string
  idOf?: (name: string) => string
  /** The fields may stay empty: then no quarter is chosen from the start. */
  mayStayEmpty?: boolean
}) {
  const t = useT()
  const { form, nameOf = (fact) => fact, idOf = (name) => name } = props
  const occupation = nameOf('occupation')
  const field = (fact: IntentionFact) => {
    const name = nameOf(fact)
    return {
      id: idOf(name),
      name,
      defaultValue: form.value(name),
      errors: form.errors(name),
    }
  }
  return (
    <>
      <OccupationPicker
        name={occupation}
        choice={props.occupation}
        errors={form.errors(occupation)}
      />
      <RadioGroup
        {...field('kind')}
        label={t('relation.intentions.kind')}
        inline
        options={intentionKinds.map((kind) => ({
          value: kind,
          label: t(`relation.commitments.kinds.${kind}`),
        }))}
      />
      <Fields columns>
        <NumberField {...field('posts')} label={t('relation.intentions.postsLabel')} />
        <SelectField
          {...field('quarter')}
          label={t('relation.intentions.quarter')}
          emptyLabel={props.mayStayEmpty ? t('company.fields.choose') : undefined}
          options={props.quarters}
        />
      </Fields>
    </>
  )
}
