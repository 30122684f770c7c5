import { visibilities } from '#app/domain/company/company.ts'
import { companyRoles } from '#app/domain/company/record.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { type OptionGroup, SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import {
  HeadcountField,
  IdentifierFields,
  NameFields,
  PresentationFields,
  ReachFields,
} from '../../company/company-fields.tsx'
import type { FormState } from '../../company/form-state.ts'

/** The whole record of a company in one form. */
export function RecordForm(props: {
  form: FormState
  country: string
  /** Schemes of the numbers that are there already. */
  known: readonly string[]
  sectors: readonly OptionGroup[]
  countries: readonly { value: string; label: string }[]
}) {
  const t = useT()
  const { form } = props
  const chosen = form.values('sectors')
  const optional = t('common.optional')
  return (
    <form method="post" noValidate className="stack">
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <HiddenField name="intent" value="record" />
      <HiddenField name="version" value={form.value('version') ?? ''} />
      <NameFields form={form} />
      <IdentifierFields form={form} country={props.country} known={props.known} />
      <PresentationFields form={form} sectors={props.sectors} />
      <Disclosure
        summary={t('relation.record.furtherSectors')}
        open={chosen.length > 0 || Boolean(form.errors('sectors'))}
      >
        <Fields>
          {[0, 1, 2, 3, 4].slice(0, Math.max(2, Math.min(5, chosen.length + 1))).map((at) => (
            <SelectField
              key={at}
              id={at === 0 ? 'sectors' : `sectors-${at}`}
              name="sectors"
              label={t('relation.record.furtherSector', { number: at + 1 })}
              emptyLabel={t('company.fields.choose')}
              options={props.sectors}
              defaultValue={chosen[at]}
              errors={at === 0 ? form.errors('sectors') : undefined}
            />
          ))}
        </Fields>
      </Disclosure>
      <Fields columns>
        <HeadcountField form={form} />
        <NumberField
          name="foundedYear"
          label={t('relation.record.founded')}
          mark={optional}
          defaultValue={form.value('foundedYear')}
          errors={form.errors('foundedYear')}
        />
      </Fields>
      <SelectField
        name="capitalOrigin"
        label={t('relation.record.capital')}
        mark={optional}
        emptyLabel={t('company.fields.choose')}
        options={props.countries}
        defaultValue={form.value('capitalOrigin')}
        errors={form.errors('capitalOrigin')}
      />
      <ReachFields form={form} />
      <CheckboxGroup
        name="roles"
        label={t('relation.record.roles')}
        hint={t('relation.record.rolesHint')}
        options={companyRoles.map((role) => ({ value: role, label: t(`relation.roles.${role}`) }))}
        defaultValues={form.values('roles')}
        errors={form.errors('roles')}
      />
      <RadioGroup
        name="visibility"
        label={t('relation.record.visibility')}
        hint={t('relation.record.visibilityHint')}
        options={visibilities.map((one) => ({
          value: one,
          label: t(`relation.record.visibilities.${one}`),
        }))}
        defaultValue={form.value('visibility')}
        errors={form.errors('visibility')}
      />
      <div className="actions">
        <Button variant="primary">{t('company.saveButton')}</Button>
      </div>
    </form>
  )
}

/** Where each site stands exactly. */
export function SitePoints(props: {
  form: FormState
  sites: readonly { id: string; name: string; place: string; point: string }[]
}) {
  const t = useT()
  const { form } = props
  return (
    <>
      <ErrorSummary id="point-errors" title={t('common.errorSummary')} errors={form.summary} />
      <CardList columns>
        {props.sites.map((site) => {
          const field = `point-${site.id}`
          const typed = form.value('siteId') === site.id
          return (
            <Card key={site.id} title={site.name} subtitle={<bdi>{site.place}</bdi>}>
              <form method="post" noValidate className="fields" action="#sites">
                <HiddenField name="intent" value="point" />
                <HiddenField name="siteId" value={site.id} />
                <TextField
                  id={field}
                  name="point"
                  dir="ltr"
                  label={t('relation.record.point')}
                  defaultValue={typed ? form.value('point') : site.point}
                  errors={form.errors(field)}
                  maxLength={60}
                  autoComplete="off"
                />
                <div className="actions">
                  <Button
                    size="small"
                    ariaLabel={`${t('relation.record.savePoint')} : ${site.name}`}
                  >
                    {t('relation.record.savePoint')}
                  </Button>
                </div>
              </form>
            </Card>
          )
        })}
      </CardList>
    </>
  )
}
