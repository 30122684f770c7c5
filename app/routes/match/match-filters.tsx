import { useT } from '#app/i18n/use-t.ts'
import { FacetList } from '#app/ui/facet-list.tsx'
import type { FilterGroup } from '../search/list-view.ts'

/** The few filters of a list of matches, closed at first on a phone's page of cards. */
export function MatchFilters({ filters }: { filters: readonly FilterGroup[] }) {
  const t = useT()
  return (
    <div>
      {filters.map((group) => (
        <FacetList
          key={group.name}
          title={group.title}
          facets={group.facets}
          checkedLabel={t('search.checked')}
          collapsed={group.collapsed}
        />
      ))}
    </div>
  )
}
