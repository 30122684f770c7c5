import { sizeBands, visibilities } from '#app/domain/company/company.ts'
import type { Names } from '#app/domain/countries/country-pack.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import type { Sector } from '#app/domain/reference/reference.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Fields, Fieldset } from '#app/ui/fieldset.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
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
export function PresentationFields(props: { form: FormState; sectors: readonly OptionGroup[] }) {
  const t = useT()
  const { form } = props
  return (
    <Fields>
      <ActivityFields form={form} sectors={props.sectors} />
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
      <WebsiteField form={form} />
    </Fields>
  )
}

/** What a company does, and about how many people work there. */
export function ActivityFields(props: { form: FormState; sectors: readonly OptionGroup[] }) {
  const t = useT()
  const { form } = props
  return (
    <>
      <SelectField
        name="sector"
        label={t('company.fields.sector')}
        mark={t('common.optional')}
        emptyLabel={t('company.fields.choose')}
        options={props.sectors}
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
    </>
  )
}

/** How many people work at a company, where somebody knows. */
export function HeadcountField({ form }: { form: FormState }) {
  const t = useT()
  return (
    <NumberField
      name="headcount"
      label={t('relation.record.headcount')}
      mark={t('common.optional')}
      hint={t('relation.record.headcountHint')}
      defaultValue={form.value('headcount')}
      errors={form.errors('headcount')}
    />
  )
}

/** The number and the address at which a company itself answers. */
export function ReachFields({ form }: { form: FormState }) {
  const t = useT()
  return (
    <Fields columns>
      <TextField
        name="phone"
        type="tel"
        label={t('relation.record.phone')}
        mark={t('common.optional')}
        defaultValue={form.value('phone')}
        errors={form.errors('phone')}
        maxLength={40}
        autoComplete="off"
      />
      <TextField
        name="email"
        type="email"
        label={t('relation.record.email')}
        mark={t('common.optional')}
        defaultValue={form.value('email')}
        errors={form.errors('email')}
        maxLength={254}
        autoComplete="off"
      />
    </Fields>
  )
}

/** The company's own pages on the web. */
export function WebsiteField({ form }: { form: FormState }) {
  const t = useT()
  return (
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
  )
}

/** Whether everybody may know the company by name: its own people's choice. */
export function VisibilityField({ form }: { form: FormState }) {
  const t = useT()
  return (
    <RadioGroup
      name="visibility"
      label={t('company.fields.visibility')}
      hint={t('company.fields.visibilityHint')}
      inline
      options={visibilities.map((one) => ({ value: one, label: t(`company.visibilities.${one}`) }))}
      defaultValue={form.value('visibility')}
      errors={form.errors('visibility')}
    />
  )
}
