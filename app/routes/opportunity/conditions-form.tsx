import { countryPack } from '#app/domain/countries/index.ts'
import { educationLevels } from '#app/domain/education.ts'
import { cefrLevels, cefrNames, languageOptions } from '#app/domain/languages.ts'
import { most, payPeriods } from '#app/domain/opportunity/opportunity.ts'
import { licences } from '#app/domain/profile/profile.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormState } from '../company/form-state.ts'

/** Months of experience that the list offers. */
const experiences = [3, 6, 12, 24, 36, 60, 84, 120]

/** What an opportunity requires and what it offers: every field may stay empty. */
export function ConditionsForm(props: {
  form: FormState
  country: string
  version: string | number
  /** Languages stored: as many rows are shown, and two more. */
  languages: number
  today: string
}) {
  const t = useT()
  const locale = useLocale()
  const { form } = props
  const pack = countryPack(props.country)
  const months = Number(form.value('experienceMonths') || 0)
  const offered = [...new Set([...experiences, ...(months > 0 ? [months] : [])])].sort(
    (a, b) => a - b,
  )
  const duration = (count: number) =>
    count % 12 === 0 && count > 0
      ? t('common.years', { count: count / 12 })
      : t('common.months', { count })
  return (
    <form method="post" noValidate className="stack">
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <HiddenField name="version" value={props.version} />
      <Languages form={form} rows={Math.min(most.languages, Math.max(2, props.languages + 2))} />
      <Fieldset legend={t('opportunity.conditions.background')}>
        <SelectField
          name="education"
          label={t('opportunity.fields.education')}
          emptyLabel={t('opportunity.conditions.any')}
          options={educationLevels.map((one) => ({
            value: String(one.level),
            label: one.names[locale],
          }))}
          defaultValue={form.value('education')}
          errors={form.errors('education')}
        />
        <SelectField
          name="experienceMonths"
          label={t('opportunity.fields.experience')}
          emptyLabel={t('opportunity.conditions.noExperience')}
          options={offered.map((count) => ({ value: String(count), label: duration(count) }))}
          defaultValue={months > 0 ? String(months) : ''}
          errors={form.errors('experienceMonths')}
          width="medium"
        />
        <CheckboxGroup
          name="licences"
          label={t('opportunity.fields.licences')}
          inline
          options={licences.map((one) => ({ value: one, label: t(`profile.licences.${one}`) }))}
          defaultValues={form.values('licences')}
          errors={form.errors('licences')}
        />
      </Fieldset>
      <Fieldset
        legend={t('opportunity.fields.pay')}
        hint={t('opportunity.conditions.payHint', {
          name: pack.minimumWage.label[locale],
          amount: formatMoney(locale, pack.minimumWage.amount, pack.currency.code),
        })}
      >
        <NumberField
          name="payMin"
          label={t('opportunity.fields.payMin')}
          unit={pack.currency.names[locale]}
          defaultValue={form.value('payMin')}
          errors={form.errors('payMin')}
        />
        <NumberField
          name="payMax"
          label={t('opportunity.fields.payMax')}
          mark={t('common.optional')}
          unit={pack.currency.names[locale]}
          defaultValue={form.value('payMax')}
          errors={form.errors('payMax')}
        />
        <RadioGroup
          name="payPeriod"
          label={t('opportunity.fields.payPeriod')}
          inline
          options={payPeriods.map((one) => ({
            value: one,
            label: t(`opportunity.periods.${one}`),
          }))}
          defaultValue={form.value('payPeriod')}
          errors={form.errors('payPeriod')}
        />
      </Fieldset>
      <Fieldset legend={t('opportunity.conditions.days')}>
        <DateField
          name="deadline"
          label={t('opportunity.fields.deadline')}
          hint={t('opportunity.conditions.deadlineHint')}
          min={props.today}
          defaultValue={form.value('deadline')}
          errors={form.errors('deadline')}
        />
        <DateField
          name="startDate"
          label={t('opportunity.fields.start')}
          hint={t('opportunity.conditions.startHint')}
          defaultValue={form.value('startDate')}
          errors={form.errors('startDate')}
        />
        <DateField
          name="endDate"
          label={t('opportunity.fields.end')}
          hint={t('opportunity.conditions.endHint')}
          defaultValue={form.value('endDate')}
          errors={form.errors('endDate')}
        />
      </Fieldset>
      <div className="actions">
        <Button variant="primary" iconEnd="forward">
          {t('opportunity.saveAndPreview')}
        </Button>
      </div>
    </form>
  )
}

function Languages({ form, rows }: { form: FormState; rows: number }) {
  const t = useT()
  const locale = useLocale()
  const languages = languageOptions(locale).map((one) => ({ value: one.code, label: one.name }))
  const levels = cefrLevels
    .filter((one) => one !== 'native')
    .map((one, index) => ({ value: String(index + 1), label: cefrNames[one][locale] }))
  return (
    <Fieldset
      legend={t('opportunity.fields.languages')}
      hint={t('opportunity.conditions.languagesHint')}
    >
      {Array.from({ length: rows }, (_, index) => {
        const name = `languages[${index}]`
        return (
          <fieldset className="card" key={name}>
            <legend className="sr-only">
              {t('opportunity.conditions.languageRow', { row: index + 1 })}
            </legend>
            <div className="fields-columns">
              <SelectField
                name={`${name}.language`}
                label={t('opportunity.fields.language')}
                emptyLabel={t('opportunity.conditions.noLanguage')}
                options={languages}
                defaultValue={form.value(`${name}.language`)}
                errors={form.errors(`${name}.language`)}
              />
              <SelectField
                name={`${name}.level`}
                label={t('opportunity.fields.level')}
                emptyLabel={t('company.fields.choose')}
                options={levels}
                defaultValue={form.value(`${name}.level`)}
                errors={form.errors(`${name}.level`)}
              />
            </div>
            <Checkbox
              name={`${name}.required`}
              label={t('opportunity.fields.languageRequired')}
              defaultChecked={form.value(`${name}.required`) !== undefined}
            />
          </fieldset>
        )
      })}
    </Fieldset>
  )
}
