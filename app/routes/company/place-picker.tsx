import { usePath, useT } from '#app/i18n/use-t.ts'
import { SearchSelect } from '#app/ui/search-select.tsx'
import type { PlaceChoice } from './place-choice.ts'

/** Searches a town and picks it, without script. */
export function PlacePicker(props: {
  /** Whose places are offered. */
  country: string
  label: string
  hint?: string | undefined
  mark?: string | undefined
  choice: PlaceChoice
  errors?: readonly string[] | undefined
}) {
  const t = useT()
  const path = usePath()
  return (
    <SearchSelect
      name="place"
      label={props.label}
      hint={props.hint}
      mark={props.mark}
      errors={props.errors}
      searchLabel={t('company.place.search')}
      query={props.choice.query}
      suggestUrl={`${path('/suggest/place')}?country=${props.country}`}
      results={props.choice.results}
      chosen={props.choice.chosen}
      words={{
        search: t('common.actions.search'),
        add: t('company.place.choose'),
        remove: t('common.actions.remove'),
        results: t('company.place.results'),
        noResults: t('company.place.noResults'),
        chosen: t('company.place.chosen'),
      }}
    />
  )
}
