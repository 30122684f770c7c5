import { countryPack } from '#app/domain/countries/index.ts'
import { contractsFor, opportunityKinds } from '#app/domain/opportunity/opportunity.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { FormState } from '../company/form-state.ts'
import type { PlaceChoice } from '../company/place-choice.ts'
import { PlacePicker } from '../company/place-picker.tsx'

/** The first step of an opportunity: what it is and where, new or changed. */
export function BasicsForm(props: {
  form: FormState
  country: string
  sites: readonly { id: string; name: string; place: string }[]
  place: PlaceChoice
  version?: string | number
  button: string
}) {
  const t = useT()
  const locale = useLocale()
  const { form } = props
  const pack = countryPack(props.country)
  return (
    <form method="post" noValidate className="stack">
      <DefaultSubmit />
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      {props.version !== undefined && <HiddenField name="version" value={props.version} />}
      <RadioGroup
        name="kind"
        label={t('opportunity.fields.kindQuestion')}
        inline
        options={opportunityKinds.map((kind) => ({
          value: kind,
          label: t(`opportunity.kinds.${kind}`),
        }))}
        defaultValue={form.value('kind')}
        errors={form.errors('kind')}
      />
      <TextField
        name="title"
        label={t('opportunity.fields.title')}
        hint={t('opportunity.fields.titleHint')}
        defaultValue={form.value('title')}
        errors={form.errors('title')}
        maxLength={120}
      />
      <SelectField
        name="contract"
        label={t('opportunity.fields.contract')}
        mark={t('common.optional')}
        emptyLabel={t('opportunity.fields.contractNone')}
        options={opportunityKinds.map((kind) => ({
          label: t(`opportunity.kinds.${kind}`),
          options: contractsFor(pack, kind).map((one) => ({
            value: one.id,
            label: one.names[locale],
          })),
        }))}
        defaultValue={form.value('contract')}
        errors={form.errors('contract')}
      />
      <NumberField
        name="posts"
        label={t('opportunity.fields.posts')}
        defaultValue={form.value('posts') ?? '1'}
        errors={form.errors('posts')}
        min={1}
        max={9999}
      />
      <Fieldset legend={t('opportunity.fields.whereLegend')}>
        <RadioGroup
          name="where"
          label={t('opportunity.fields.where')}
          options={[
            ...props.sites.map((site) => ({ value: site.id, label: site.name, hint: site.place })),
            { value: 'other', label: t('opportunity.fields.whereOther') },
            { value: '', label: t('opportunity.fields.whereNone') },
          ]}
          defaultValue={form.value('where') ?? ''}
          errors={form.errors('where')}
        />
        <PlacePicker
          country={props.country}
          label={t('opportunity.fields.otherPlace')}
          hint={t('opportunity.fields.otherPlaceHint')}
          choice={props.place}
          errors={form.errors('place')}
        />
        <Checkbox
          name="remote"
          label={t('opportunity.fields.remote')}
          defaultChecked={form.value('remote') !== undefined}
          errors={form.errors('remote')}
        />
      </Fieldset>
      <TextArea
        name="description"
        label={t('opportunity.fields.description')}
        mark={t('common.optional')}
        hint={t('opportunity.fields.descriptionHint')}
        defaultValue={form.value('description')}
        errors={form.errors('description')}
        maxLength={6000}
        rows={8}
      />
      <div className="actions">
        <Button variant="primary" iconEnd="forward">
          {props.button}
        </Button>
      </div>
    </form>
  )
}
