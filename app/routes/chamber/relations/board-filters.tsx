import type { BoardAsked } from '#app/domain/relation/board.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { type Option, type OptionGroup, SelectField } from '#app/ui/select-field.tsx'

/** Narrows the board by who looks after a company, what it does and where. */
export function BoardFilters(props: {
  asked: BoardAsked
  officers: readonly { userId: string; label: string }[]
  sections: readonly Option[]
  divisions: readonly OptionGroup[]
  unitLabel: string
  units: readonly Option[]
  clear: string
}) {
  const t = useT()
  const { asked } = props
  return (
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
        <SelectField
          name="sector"
          label={t('company.fields.sector')}
          emptyLabel={t('chamber.companies.allSectors')}
          options={[
            { label: t('chamber.companies.sections'), options: props.sections },
            ...props.divisions,
          ]}
          defaultValue={asked.sector}
        />
        <SelectField
          name="admin1"
          label={props.unitLabel}
          emptyLabel={t('chamber.companies.allUnits')}
          options={props.units}
          defaultValue={asked.admin1}
        />
      </Fields>
      <div className="actions">
        <Button icon="filter">{t('common.actions.filter')}</Button>
        {(asked.owner || asked.sector || asked.admin1) && (
          <a href={props.clear}>{t('common.actions.clear')}</a>
        )}
      </div>
    </form>
  )
}
