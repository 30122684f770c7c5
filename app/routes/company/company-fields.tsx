import { sizeBands } from '#app/domain/company/company.ts'
import type { Names } from '#app/domain/countries/country-pack.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import type { Sector } from '#app/domain/reference/reference.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Fields, Fieldset } from '#app/ui/fieldset.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { type OptionGroup, SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { FormState } from './form-state.ts'

/** ISIC divisions grouped by section, as a list of choices. */
export function sectorOptions(sectors: readonly Sector[], locale: Locale): OptionGroup[] {
  return sectors
    .filter((one) => one.level === 'section')
    .map((section) => ({
      label: section.names[locale],
      options: sectors
        .filter((one) => one.parent === section.code)
        .map((one) => ({ value: one.code, label: one.names[locale] })),
    }))
    .filter((group) => group.options.length > 0)
}

/** Legal and trade name. */
export function NameFields({ form }: { form: FormState }) {
  const t = useT()
  return (
    <>
      <TextField
        name="legalName"
        label={t('company.fields.legalName')}
        hint={t('company.fields.legalNameHint')}
        defaultValue={form.value('legalName')}
        errors={form.errors('legalName')}
        maxLength={160}
        autoComplete="organization"
      />
      <TextField
        name="tradeName"
        label={t('company.fields.tradeName')}
        mark={t('common.optional')}
        hint={t('company.fields.tradeNameHint')}
        defaultValue={form.value('tradeName')}
        errors={form.errors('tradeName')}
        maxLength={160}
      />
    </>
  )
}

/** The official numbers of a country; those in `known` are there already and stay. */
export function IdentifierFields(props: {
  form: FormState
  country: string
  known?: readonly string[]
}) {
  const t = useT()
  const locale = useLocale()
  const text = (names: Names) => names[locale]
  const asked = countryPack(props.country).identifiers.filter(
    (one) => !props.known?.includes(one.id),
  )
  if (asked.length === 0) return null
  return (
    <Fieldset
      legend={t('company.fields.identifiers')}
      hint={
        props.known?.length || asked.length === 1 ? undefined : t('company.fields.identifiersHint')
      }
    >
      {asked.map((one) => (
        <TextField
          key={one.id}
          name={`identifiers.${one.id}`}
          label={text(one.label)}
          hint={
            <>
              {text(one.hint)} {t('company.fields.example')} <bdi dir="ltr">{one.example}</bdi>
            </>
          }
          defaultValue={props.form.value(`identifiers.${one.id}`)}
          errors={props.form.errors(`identifiers.${one.id}`)}
          dir="ltr"
          width="medium"
          maxLength={60}
          spellCheck={false}
          autoComplete="off"
        />
      ))}
    </Fieldset>
  )
}

/** What a company does, how big it is, and how it presents itself. */
export function PresentationFields({
  form,
  sectors,
}: {
  form: FormState
  sectors: readonly OptionGroup[]
}) {
  const t = useT()
  return (
    <Fields>
      <SelectField
        name="sector"
        label={t('company.fields.sector')}
        mark={t('common.optional')}
        emptyLabel={t('company.fields.choose')}
        options={sectors}
        defaultValue={form.value('sector')}
        errors={form.errors('sector')}
      />
      <RadioGroup
        name="sizeBand"
        label={t('company.fields.sizeBand')}
        mark={t('common.optional')}
        inline
        options={sizeBands.map((band) => ({ value: band, label: t(`company.sizeBands.${band}`) }))}
        defaultValue={form.value('sizeBand')}
        errors={form.errors('sizeBand')}
      />
      <TextArea
        name="description"
        label={t('company.fields.description')}
        mark={t('common.optional')}
        hint={t('company.fields.descriptionHint')}
        defaultValue={form.value('description')}
        errors={form.errors('description')}
        maxLength={3000}
        rows={4}
      />
      <TextField
        name="website"
        label={t('company.fields.website')}
        mark={t('common.optional')}
        dir="ltr"
        inputMode="text"
        defaultValue={form.value('website')}
        errors={form.errors('website')}
        maxLength={180}
        autoComplete="url"
      />
    </Fields>
  )
}
