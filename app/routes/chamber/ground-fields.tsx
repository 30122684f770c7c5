import { useT } from '#app/i18n/use-t.ts'
import { type Option, type OptionGroup, SelectField } from '#app/ui/select-field.tsx'

/** What a list of companies may be narrowed to, in words. */
export interface GroundChoices {
  readonly sections: readonly Option[]
  readonly divisions: readonly OptionGroup[]
  /** What the country calls its first-level units. */
  readonly unitLabel: string
  readonly units: readonly Option[]
}

/** Fields that narrow a list of companies by what they do and where. */
export function GroundFields(props: {
  choices: GroundChoices
  asked: { readonly sector?: string | undefined; readonly admin1?: string | undefined }
}) {
  const t = useT()
  const { choices, asked } = props
  return (
    <>
      <SelectField
        name="sector"
        label={t('company.fields.sector')}
        emptyLabel={t('chamber.companies.allSectors')}
        options={[
          { label: t('chamber.companies.sections'), options: choices.sections },
          ...choices.divisions,
        ]}
        defaultValue={asked.sector}
      />
      <SelectField
        name="admin1"
        label={choices.unitLabel}
        emptyLabel={t('chamber.companies.allUnits')}
        options={choices.units}
        defaultValue={asked.admin1}
      />
    </>
  )
}
