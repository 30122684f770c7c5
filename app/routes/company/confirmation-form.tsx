import { hireRows } from '#app/domain/relation/confirmation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields, Fieldset } from '#app/ui/fieldset.tsx'
import type { OptionGroup } from '#app/ui/select-field.tsx'
import { ActivityFields, HeadcountField, ReachFields, WebsiteField } from './company-fields.tsx'
import { ContactFields } from './contact-fields.tsx'
import type { FormState } from './form-state.ts'
import { IntentionFields } from './intention-fields.tsx'
import { noOccupation, type OccupationChoice } from './occupation-choice.ts'

const contactFacts = ['name', 'position', 'phone', 'email', 'consent'] as const
/** What a fact of the new person is called among the fields of the company. */
const contactField = (fact: (typeof contactFacts)[number]) =>
  `contact${fact[0]?.toUpperCase()}${fact.slice(1)}`

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
  return (
    <form method="post" noValidate className="stack">
      <DefaultSubmit />
      <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
      <Fieldset legend={t('relation.confirm.facts')}>
        <ActivityFields form={form} sectors={props.sectors} />
        <HeadcountField form={form} />
        <ReachFields form={form} />
        <WebsiteField form={form} />
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
          open={contactFacts.some((fact) => {
            const name = contactField(fact)
            return form.value(name) || form.errors(name)
          })}
        >
          <Fields>
            <ContactFields form={form} nameOf={contactField} />
            <Checkbox
              name={contactField('consent')}
              label={t('relation.confirm.consent')}
              defaultChecked={form.value(contactField('consent')) !== undefined}
              errors={form.errors(contactField('consent'))}
            />
          </Fields>
        </Disclosure>
      </Fieldset>
      <Fieldset legend={t('relation.confirm.hires')} hint={t('relation.confirm.hiresHint')}>
        {hireRows.map((at) => (
          <HireRow
            key={at}
            at={at}
            form={form}
            quarters={props.quarters}
            occupation={props.occupations[at] ?? noOccupation}
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
  occupation: OccupationChoice
}) {
  const t = useT()
  const { at, form, occupation } = props
  const names = ['occupation', 'kind', 'posts', 'quarter'].map((name) => `${name}${at}`)
  const begun =
    Boolean(occupation.chosen.length || occupation.results || form.value(`posts${at}`)) ||
    names.some((name) => form.errors(name))
  return (
    <Disclosure summary={t('relation.confirm.hire', { number: at + 1 })} open={begun}>
      <Fields>
        <IntentionFields
          form={form}
          occupation={occupation}
          quarters={props.quarters}
          nameOf={(fact) => `${fact}${at}`}
          mayStayEmpty
        />
      </Fields>
    </Disclosure>
  )
}
