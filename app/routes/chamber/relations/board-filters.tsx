import type { BoardAsked } from '#app/domain/relation/board.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { type GroundChoices, GroundFields } from '../ground-fields.tsx'

/** Narrows the board by who looks after a company, what it does and where. */
export function BoardFilters(props: {
  asked: BoardAsked
  officers: readonly { userId: string; label: string }[]
  choices: GroundChoices
  clear: string
}) {
  const t = useT()
  const { asked } = props
  const narrowed = Boolean(asked.owner || asked.sector || asked.admin1)
  return (
    <Disclosure summary={t('common.actions.filter')} open={narrowed}>
      <form method="get" className="fields">
        {asked.stage && <HiddenField name="stage" value={asked.stage} />}
        <Fields columns>
          <SelectField
            name="owner"
            label={t('relation.owner.label')}
            emptyLabel={t('relation.owner.all')}
            options={[
              { value: 'me', label: t('relation.owner.me') },
              { value: 'nobody', label: t('relation.owner.nobody') },
              ...props.officers.map((one) => ({ value: one.userId, label: one.label })),
            ]}
            defaultValue={asked.owner}
          />
          <GroundFields choices={props.choices} asked={asked} />
        </Fields>
        <div className="actions">
          <Button icon="filter">{t('common.actions.filter')}</Button>
          {narrowed && <a href={props.clear}>{t('common.actions.clear')}</a>}
        </div>
      </form>
    </Disclosure>
  )
}
