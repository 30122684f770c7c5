import { sizeBands } from '#app/domain/company/company.ts'
import { hireRows } from '#app/domain/relation/confirmation.ts'
import { intentionKinds } from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields, Fieldset } from '#app/ui/fieldset.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { type OptionGroup, SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { OccupationChoice } from '../chamber/company/occupation-choice.ts'
import { OccupationPicker } from '../chamber/company/occupation-picker.tsx'
import type { FormState } from './form-state.ts'

type Choices = readonly { value: string; label: string }[]

/** What a firm may correct by its link: size, ways to reach it, people, hires it expects. */
export function ConfirmationForm(props: {
  form: FormState
  sectors: readonly OptionGroup[]
  quarters: Choices
  contacts: Choices
  occupations: readonly OccupationChoice[]
}) {
  const t = useT()
  const { form } = props
  const optional = t('common.optional')
  const field = (name: string) => ({
    name,
    defaultValue: form.value(name),
    errors: form.errors(name),
  })
  return (
    <form method="post" noValidate className="stack">
      <DefaultSubmit />
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <Fieldset legend={t('relation.confirm.facts')}>
        <SelectField
          {...field('sector')}
          label={t('company.fields.sector')}
          emptyLabel={t('company.fields.choose')}
          options={props.sectors}
        />
        <RadioGroup
          {...field('sizeBand')}
          label={t('company.fields.sizeBand')}
          inline
          options={sizeBands.map((band) => ({
            value: band,
            label: t(`company.sizeBands.${band}`),
          }))}
        />
        <NumberField
          {...field('headcount')}
          label={t('relation.record.headcount')}
          mark={optional}
        />
        <TextField
          {...field('phone')}
          type="tel"
          label={t('relation.record.phone')}
          maxLength={40}
          autoComplete="off"
        />
        <TextField
          {...field('email')}
          type="email"
          label={t('relation.record.email')}
          maxLength={254}
          autoComplete="off"
        />
        <TextField
          {...field('website')}
          label={t('company.fields.website')}
          mark={optional}
          dir="ltr"
          maxLength={180}
          autoComplete="off"
        />
      </Fieldset>
      <Fieldset legend={t('relation.confirm.people')} hint={t('relation.confirm.peopleHint')}>
        {props.contacts.length > 0 && (
          <CheckboxGroup
            name="left"
            label={t('relation.confirm.left')}
            options={props.contacts}
            defaultValues={form.values('left')}
            errors={form.errors('left')}
          />
        )}
        <Disclosure
          summary={t('relation.confirm.newContact')}
          open={Boolean(form.value('contactName') || form.errors('contactName'))}
        >
          <TextField
            {...field('contactName')}
            label={t('relation.contacts.name')}
            maxLength={120}
            autoComplete="off"
          />
          <TextField
            {...field('contactPosition')}
            label={t('relation.contacts.position')}
            mark={optional}
            maxLength={120}
            autoComplete="off"
          />
          <TextField
            {...field('contactPhone')}
            type="tel"
            label={t('relation.record.phone')}
            mark={optional}
            maxLength={40}
            autoComplete="off"
          />
          <TextField
            {...field('contactEmail')}
            type="email"
            label={t('relation.record.email')}
            mark={optional}
            maxLength={254}
            autoComplete="off"
          />
          <Checkbox
            name="contactConsent"
            label={t('relation.confirm.consent')}
            defaultChecked={form.value('contactConsent') !== undefined}
            errors={form.errors('contactConsent')}
          />
        </Disclosure>
      </Fieldset>
      <Fieldset legend={t('relation.confirm.hires')} hint={t('relation.confirm.hiresHint')}>
        {hireRows.map((at) => (
          <HireRow
            key={at}
            at={at}
            form={form}
            quarters={props.quarters}
            occupation={props.occupations[at]}
          />
        ))}
      </Fieldset>
      <div className="actions">
        <Button variant="primary" icon="check">
          {t('relation.confirm.button')}
        </Button>
      </div>
    </form>
  )
}

function HireRow(props: {
  at: number
  form: FormState
  quarters: Choices
  occupation: OccupationChoice | undefined
}) {
  const t = useT()
  const { at, form, occupation } = props
  const names = ['occupation', 'kind', 'posts', 'quarter'].map((name) => `${name}${at}`)
  const begun =
    Boolean(occupation?.chosen.length || occupation?.results || form.value(`posts${at}`)) ||
    names.some((name) => form.errors(name))
  return (
    <Disclosure summary={t('relation.confirm.hire', { number: at + 1 })} open={begun}>
      {occupation && (
        <OccupationPicker
          name={`occupation${at}`}
          choice={occupation}
          errors={form.errors(`occupation${at}`)}
        />
      )}
      <RadioGroup
        name={`kind${at}`}
        label={t('relation.intentions.kind')}
        inline
        options={intentionKinds.map((kind) => ({
          value: kind,
          label: t(`relation.commitments.kinds.${kind}`),
        }))}
        defaultValue={form.value(`kind${at}`)}
        errors={form.errors(`kind${at}`)}
      />
      <Fields columns>
        <NumberField
          name={`posts${at}`}
          label={t('relation.intentions.postsLabel')}
          defaultValue={form.value(`posts${at}`)}
          errors={form.errors(`posts${at}`)}
        />
        <SelectField
          name={`quarter${at}`}
          label={t('relation.intentions.quarter')}
          emptyLabel={t('company.fields.choose')}
          options={props.quarters}
          defaultValue={form.value(`quarter${at}`)}
          errors={form.errors(`quarter${at}`)}
        />
      </Fields>
    </Disclosure>
  )
}
