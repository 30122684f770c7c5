import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import type { FormState } from '../company/form-state.ts'

/** Which occupation an opportunity is for: those like its title, or like a search. */
export function OccupationForm(props: {
  form: FormState
  version: string | number
  chosen: { uri: string; label: string } | null
  query: string
  offers: readonly { uri: string; label: string }[]
}) {
  const t = useT()
  const path = usePath()
  const errors = props.form.errors('occupation')
  return (
    <Section
      title={t('opportunity.occupation.title')}
      intro={
        props.chosen
          ? t('opportunity.occupation.chosen', { occupation: props.chosen.label })
          : t('opportunity.occupation.intro')
      }
    >
      <form method="post" noValidate className="fields">
        <ErrorSummary
          id="occupation-errors"
          title={t('common.errorSummary')}
          errors={props.form.summary.filter((one) => one.fieldId === 'occupation')}
        />
        <HiddenField name="intent" value="occupation" />
        <HiddenField name="version" value={props.version} />
        <RadioGroup
          name="occupation"
          label={
            props.query
              ? t('opportunity.occupation.found', { query: props.query })
              : t('opportunity.occupation.suggested')
          }
          options={[
            ...props.offers.map((one) => ({ value: one.uri, label: one.label })),
            { value: 'none', label: t('opportunity.occupation.none') },
          ]}
          defaultValue={props.form.value('occupation') ?? props.chosen?.uri}
          errors={errors}
        />
        <div className="actions">
          <Button variant={props.chosen ? 'secondary' : 'primary'}>
            {t('opportunity.occupation.button')}
          </Button>
        </div>
      </form>
      <form method="get" className="picker">
        <SearchBox
          id="occupation-query"
          name="occupation"
          label={t('opportunity.occupation.search')}
          hint={t('opportunity.occupation.searchHint')}
          button={t('common.actions.search')}
          query={props.query}
          maxLength={80}
          suggestUrl={path('/suggest/occupation')}
        />
      </form>
    </Section>
  )
}
