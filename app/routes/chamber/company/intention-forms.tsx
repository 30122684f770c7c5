import { intentionEnds } from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormState } from '../../company/form-state.ts'
import { IntentionFields } from '../../company/intention-fields.tsx'
import type { OccupationChoice } from '../../company/occupation-choice.ts'
import { OutcomeForm } from './outcome-form.tsx'
import { intentionState, type ShownIntention } from './promise-words.ts'

/** Hires that a company expects and, while they are open, the form that says what became of them. */
export function IntentionCard({ intention, form }: { intention: ShownIntention; form: FormState }) {
  const t = useT()
  const { status } = intention
  return (
    <Card
      title={intention.occupation}
      subtitle={
        <>
          {t('relation.intentions.posts', { count: intention.posts })} ·{' '}
          {t(`relation.commitments.kinds.${intention.kind}`)} · {intention.quarter}
          {intention.site && (
            <>
              {' · '}
              <bdi>{intention.site}</bdi>
            </>
          )}
        </>
      }
      badge={
        <Badge tone={status === 'hired' ? 'done' : 'neutral'}>{intentionState(t, intention)}</Badge>
      }
    >
      <p className="hint">{t(`relation.intentions.sources.${intention.source}`)}</p>
      {status === 'open' && (
        <OutcomeForm
          form={form}
          intent="close-intention"
          of={{ name: 'intentionId', id: intention.id, version: intention.version }}
          about={intention.occupation}
          ends={intentionEnds.map((end) => ({
            value: end,
            label: t(`relation.intentions.states.${end}`),
          }))}
          count={{ name: 'outcomePosts', label: t('relation.intentions.outcome') }}
        />
      )}
    </Card>
  )
}

/** Writes down expected hires: whom, how many, when, where. */
export function IntentionForm(props: {
  form: FormState
  sites: readonly { value: string; label: string }[]
  quarters: readonly { value: string; label: string }[]
  occupation: OccupationChoice
}) {
  const t = useT()
  const { form } = props
  return (
    <Disclosure summary={t('relation.intentions.add')} open={form.value('intent') !== undefined}>
      <form method="post" noValidate className="fields max-w-form" action="#intention">
        <DefaultSubmit />
        <div id="intention">
          <ErrorSummary
            id="intention-errors"
            title={t('common.errorSummary')}
            errors={form.summary.map((one) => ({
              ...one,
              fieldId: one.fieldId === 'occupation' ? one.fieldId : `intention-${one.fieldId}`,
            }))}
          />
        </div>
        <HiddenField name="intent" value="intend" />
        <IntentionFields
          form={form}
          occupation={props.occupation}
          quarters={props.quarters}
          idOf={(name) => `intention-${name}`}
        />
        {props.sites.length > 0 && (
          <SelectField
            id="intention-siteId"
            name="siteId"
            label={t('relation.intentions.site')}
            mark={t('common.optional')}
            emptyLabel={t('company.fields.choose')}
            options={props.sites}
            defaultValue={form.value('siteId')}
            errors={form.errors('siteId')}
          />
        )}
        <RadioGroup
          id="intention-source"
          name="source"
          label={t('relation.intentions.source')}
          inline
          options={(['visit', 'survey'] as const).map((one) => ({
            value: one,
            label: t(`relation.intentions.sources.${one}`),
          }))}
          defaultValue={form.value('source') ?? 'visit'}
          errors={form.errors('source')}
        />
        <div className="actions">
          <Button>{t('relation.intentions.addButton')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}
