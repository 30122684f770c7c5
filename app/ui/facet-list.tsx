import { Icon } from './icon.tsx'
import { Kept, keptMarkup } from './kept-markup.tsx'

export type Facet = {
  label: string
  /** Adds the filter, or takes it away when it is on. */
  href: string
  /** Results with this filter, in the reader's figures. */
  count?: string | undefined
  checked: boolean
}

/** One group of filters. */
export type FacetGroup = {
  title: string
  facets: readonly Facet[]
  /** Closed under its title at first, for the lesser filters. */
  collapsed?: boolean
}

type Words = {
  /** Said after a filter that is on, for instance "on, remove". */
  checkedLabel: string
  /** Beyond `visible`, the rest waits behind these words; filters that are on always show. */
  moreLabel: string
}

/** A filter but for its address and figure, which are others in every list. */
type FixedFacet = { label: string; checkedLabel: string | null; counted: boolean }

const drawFacet = keptMarkup<FixedFacet, 'href' | 'count'>(
  ['href', 'count'],
  ({ label, checkedLabel, counted }, { href, count }) => (
    <li>
      <a className="facet" href={href} data-checked={checkedLabel !== null || undefined}>
        <span className="facet-box">{checkedLabel !== null && <Icon name="check" />}</span>
        <span className="facet-label">
          <bdi>{label}</bdi>
          {checkedLabel !== null && <span className="sr-only"> : {checkedLabel}</span>}
        </span>
        {counted && <span className="facet-count">{count}</span>}
      </a>
    </li>
  ),
  2000,
)

/** A group but for its filters. */
type FixedGroup = { title: string; open: boolean; moreLabel: string | null }

const drawGroup = keptMarkup<FixedGroup, 'shown' | 'hidden'>(
  ['shown', 'hidden'],
  ({ title, open, moreLabel }, { shown, hidden }) => (
    <details className="facets" open={open}>
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      <ul>{shown}</ul>
      {moreLabel !== null && (
        <details className="facets-more">
          <summary>{moreLabel}</summary>
          <ul>{hidden}</ul>
        </details>
      )}
    </details>
  ),
)

function groupMarkup(group: FacetGroup, words: Words, visible: number): string {
  const { title, facets, collapsed = false } = group
  let shown = ''
  let hidden = ''
  let anyChecked = false
  facets.forEach(({ label, href, count, checked }, index) => {
    const markup = drawFacet(
      { label, checkedLabel: checked ? words.checkedLabel : null, counted: count !== undefined },
      { href, count: count ?? '' },
    )
    if (index < visible || checked) shown += markup
    else hidden += markup
    anyChecked ||= checked
  })
  const moreLabel = hidden ? words.moreLabel : null
  return drawGroup(
    { title, open: !collapsed || anyChecked, moreLabel },
    { shown: { markup: shown }, hidden: { markup: hidden } },
  )
}

/** Groups of filters as links, each with how many results it leaves. */
export function FacetLists(
  props: Words & { groups: readonly FacetGroup[]; visible?: number | undefined },
) {
  const { groups, visible = 6 } = props
  return (
    <Kept as="div" markup={groups.map((group) => groupMarkup(group, props, visible)).join('')} />
  )
}
