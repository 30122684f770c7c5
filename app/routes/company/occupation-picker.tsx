import { usePath, useT } from '#app/i18n/use-t.ts'
import { SearchSelect } from '#app/ui/search-select.tsx'
import type { OccupationChoice } from './occupation-choice.ts'

/** Searches an occupation and picks it, without script. */
export function OccupationPicker(props: {
  name?: string
  choice: OccupationChoice
  errors?: readonly string[] | undefined
}) {
  const t = useT()
  const path = usePath()
  return (
    <SearchSelect
      name={props.name ?? 'occupation'}
      label={t('relation.intentions.occupation')}
      errors={props.errors}
      searchLabel={t('relation.intentions.occupationSearch')}
      query={props.choice.query}
      suggestUrl={path('/suggest/occupation')}
      results={props.choice.results}
      chosen={props.choice.chosen}
      words={{
        search: t('common.actions.search'),
        add: t('company.place.choose'),
        remove: t('common.actions.remove'),
        results: t('company.place.results'),
        noResults: t('relation.intentions.noOccupation'),
        chosen: t('relation.intentions.chosen'),
      }}
    />
  )
}
