import { useT } from '#app/i18n/use-t.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import type { OptionGroup } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { IdentifierFields, NameFields, PresentationFields } from './company-fields.tsx'
import type { FormState } from './form-state.ts'
import type { PlaceChoice } from './place-choice.ts'
import { PlacePicker } from './place-picker.tsx'

/** The form that registers a company: for its own people, or for a chamber that does it in their place. */
export function RegistrationForm(props: {
  form: FormState
  country: string
  place: PlaceChoice
  sectors: readonly OptionGroup[]
  /** Asks who the person is in the company. */
  asksPosition: boolean
  button: string
}) {
  const t = useT()
  const { form } = props
  return (
    <form method="post" noValidate className="stack">
      <DefaultSubmit />
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <Fieldset legend={t('company.fields.company')}>
        <NameFields form={form} />
      </Fieldset>
      <IdentifierFields form={form} country={props.country} />
      <Fieldset legend={t('company.fields.mainSite')}>
        <PlacePicker
          country={props.country}
          label={t('company.fields.mainPlace')}
          hint={t('company.fields.mainPlaceHint')}
          choice={props.place}
          errors={form.errors('place')}
        />
        <TextField
          name="address"
          label={t('company.fields.address')}
          mark={t('common.optional')}
          hint={t('company.fields.addressHint')}
          defaultValue={form.value('address')}
          errors={form.errors('address')}
          maxLength={200}
          autoComplete="street-address"
        />
      </Fieldset>
      <PresentationFields form={form} sectors={props.sectors} />
      {props.asksPosition && (
        <TextField
          name="position"
          label={t('company.fields.position')}
          mark={t('common.optional')}
          hint={t('company.fields.positionHint')}
          defaultValue={form.value('position')}
          errors={form.errors('position')}
          maxLength={200}
        />
      )}
      <div className="actions">
        <Button variant="primary">{props.button}</Button>
      </div>
    </form>
  )
}
