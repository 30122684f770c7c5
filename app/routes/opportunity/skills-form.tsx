import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FieldGroup } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import type { FormState } from '../company/form-state.ts'
import type { SkillOffer, SkillOffers } from './skill-offers.server.ts'

/** The skills an opportunity asks for: two lists to tick, and a search for more. Untick to remove. */
export function SkillsForm(props: {
  form: FormState
  version: string | number
  offers: SkillOffers
}) {
  const t = useT()
  const { form, offers } = props
  return (
    <form method="post" noValidate className="stack" action="#skills">
      <DefaultSubmit />
      <ErrorSummary
        title={t('common.errorSummary')}
        errors={form.summary.filter((one) => one.fieldId !== 'occupation')}
      />
      <HiddenField name="intent" value="skills" />
      <HiddenField name="version" value={props.version} />
      <SkillList
        name="essential"
        label={t('opportunity.skills.essential')}
        hint={t('opportunity.skills.essentialHint')}
        empty={t('opportunity.skills.empty')}
        skills={offers.essential}
        errors={form.errors('essential')}
      />
      <SkillList
        name="useful"
        label={t('opportunity.skills.useful')}
        hint={t('opportunity.skills.usefulHint')}
        empty={t('opportunity.skills.empty')}
        skills={offers.useful}
        errors={form.errors('useful')}
      />
      <SkillSearch offers={offers} />
      <div className="actions">
        <Button variant="primary" iconEnd="forward">
          {t('opportunity.saveAndContinue')}
        </Button>
      </div>
    </form>
  )
}

function SkillList(props: {
  name: 'essential' | 'useful'
  label: string
  hint: string
  empty: string
  skills: readonly SkillOffer[]
  errors: readonly string[] | undefined
}) {
  return (
    <FieldGroup id={props.name} label={props.label} hint={props.hint} errors={props.errors}>
      {props.skills.length === 0 ? (
        <p className="hint">{props.empty}</p>
      ) : (
        <div className="choices">
          {props.skills.map((skill, index) => (
            <Choice
              key={skill.uri}
              type="checkbox"
              id={`${props.name}-${index}`}
              name={props.name}
              value={skill.uri}
              label={<bdi>{skill.label}</bdi>}
              defaultChecked={skill.checked}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  )
}

function SkillSearch({ offers }: { offers: SkillOffers }) {
  const t = useT()
  const path = usePath()
  return (
    <FieldGroup id="skill-search" label={t('opportunity.skills.more')}>
      <div className="picker">
        <SearchBox
          id="skill-query"
          label={t('opportunity.skills.search')}
          button={t('common.actions.search')}
          buttonName="search"
          query={offers.query}
          maxLength={80}
          suggestUrl={path('/suggest/skill')}
        />
        {offers.results && (
          <div className="results">
            <p className="sub-label" role="status">
              {offers.results.length > 0
                ? t('opportunity.skills.results')
                : t('opportunity.skills.noResults')}
            </p>
            {offers.results.map((skill) => (
              <div className="fields" key={skill.uri}>
                <p>
                  <bdi>{skill.label}</bdi>
                </p>
                <p className="cluster">
                  <Button
                    size="small"
                    icon="plus"
                    name="add-essential"
                    value={skill.uri}
                    ariaLabel={`${t('opportunity.skills.addEssential')} : ${skill.label}`}
                  >
                    {t('opportunity.skills.addEssential')}
                  </Button>
                  <Button
                    size="small"
                    icon="plus"
                    name="add-useful"
                    value={skill.uri}
                    ariaLabel={`${t('opportunity.skills.addUseful')} : ${skill.label}`}
                  >
                    {t('opportunity.skills.addUseful')}
                  </Button>
                </p>
              </div>
            ))}
          </div>
        )}
      </div>
    </FieldGroup>
  )
}
