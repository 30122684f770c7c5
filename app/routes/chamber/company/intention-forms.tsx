import {
  intentionEnds,
  intentionKinds,
  type intentionSources,
} from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormState } from '../../company/form-state.ts'
import type { OccupationChoice } from './occupation-choice.ts'
import { OccupationPicker } from './occupation-picker.tsx'

interface Intention {
  readonly id: string
  readonly version: number
  readonly kind: (typeof intentionKinds)[number]
  readonly occupation: string
  readonly quarter: string
  readonly posts: number
  readonly site: string | null
  readonly source: (typeof intentionSources)[number]
  readonly status: 'open' | (typeof intentionEnds)[number]
  readonly outcome: number | null
}

/** Hires that a company expects and, while they are open, the form that says what became of them. */
export function IntentionCard({ intention, form }: { intention: Intention; form: FormState }) {
  const t = useT()
  const { id, status } = intention
  const fieldId = (name: string) => `${name}-${id}`
  const mine = form.value('intentionId') === id
  const outcome = intention.outcome === null ? '' : ` (${intention.outcome} / ${intention.posts})`
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
        <Badge tone={status === 'hired' ? 'done' : 'neutral'}>
          {t(`relation.intentions.states.${status}`)}
          {status === 'open' || status === 'dropped' ? '' : outcome}
        </Badge>
      }
    >
      <p className="hint">{t(`relation.intentions.sources.${intention.source}`)}</p>
      {status === 'open' && (
        <Disclosure summary={t('relation.commitments.close')} open={mine}>
          <form method="post" noValidate className="fields">
            {mine && (
              <ErrorSummary
                id={fieldId('errors')}
                title={t('common.errorSummary')}
                errors={form.summary}
              />
            )}
            <HiddenField name="intent" value="close-intention" />
            <HiddenField name="intentionId" value={id} />
            <HiddenField name="version" value={intention.version} />
            <RadioGroup
              id={fieldId('status')}
              name="status"
              label={t('relation.commitments.became')}
              inline
              options={intentionEnds.map((end) => ({
                value: end,
                label: t(`relation.intentions.states.${end}`),
              }))}
              defaultValue={mine ? form.value('status') : undefined}
              errors={form.errors(fieldId('status'))}
            />
            <NumberField
              id={fieldId('outcomePosts')}
              name="outcomePosts"
              label={t('relation.intentions.outcome')}
              mark={t('common.optional')}
              defaultValue={mine ? form.value('outcomePosts') : undefined}
              errors={form.errors(fieldId('outcomePosts'))}
            />
            <div className="actions">
              <Button
                size="small"
                ariaLabel={`${t('relation.commitments.closeButton')} : ${intention.occupation}`}
              >
                {t('relation.commitments.closeButton')}
              </Button>
            </div>
          </form>
        </Disclosure>
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
        <OccupationPicker choice={props.occupation} errors={form.errors('occupation')} />
        <RadioGroup
          id="intention-kind"
          name="kind"
          label={t('relation.intentions.kind')}
          inline
          options={intentionKinds.map((kind) => ({
            value: kind,
            label: t(`relation.commitments.kinds.${kind}`),
          }))}
          defaultValue={form.value('kind')}
          errors={form.errors('kind')}
        />
        <Fields columns>
          <NumberField
            id="intention-posts"
            name="posts"
            label={t('relation.intentions.postsLabel')}
            defaultValue={form.value('posts')}
            errors={form.errors('posts')}
          />
          <SelectField
            id="intention-quarter"
            name="quarter"
            label={t('relation.intentions.quarter')}
            options={props.quarters}
            defaultValue={form.value('quarter')}
            errors={form.errors('quarter')}
          />
        </Fields>
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
