import { Icon } from './icon.tsx'

export type Facet = {
  label: string
  /** Adds the filter, or takes it away when it is on. */
  href: string
  /** Results with this filter, in the reader's figures. */
  count?: string | undefined
  checked: boolean
}

/** Filters as links, each with how many results it leaves. */
export function FacetList(props: {
  title: string
  facets: readonly Facet[]
  /** Said after a filter that is on, for instance "on, remove". */
  checkedLabel: string
  /** Beyond this many, the rest waits behind `moreLabel`; filters that are on always show. */
  visible?: number
  moreLabel?: string | undefined
  /** Closed under its title at first, for the lesser filters. */
  collapsed?: boolean
}) {
  const limit = props.moreLabel ? (props.visible ?? 6) : props.facets.length
  const shown = props.facets.filter((facet, index) => index < limit || facet.checked)
  const hidden = props.facets.filter((facet, index) => index >= limit && !facet.checked)
  const list = (facets: readonly Facet[]) => (
    <ul>
      {facets.map((facet) => (
        <li key={facet.href}>
          <a className="facet" href={facet.href} data-checked={facet.checked || undefined}>
            <span className="facet-box">{facet.checked && <Icon name="check" />}</span>
            <span className="facet-label">
              <bdi>{facet.label}</bdi>
              {facet.checked && <span className="sr-only"> : {props.checkedLabel}</span>}
            </span>
            {facet.count !== undefined && <span className="facet-count">{facet.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <details className="facets" open={!props.collapsed || props.facets.some((f) => f.checked)}>
      <summary>
        {props.title}
        <Icon name="down" />
      </summary>
      {list(shown)}
      {hidden.length > 0 && (
        <details className="facets-more">
          <summary>{props.moreLabel}</summary>
          {list(hidden)}
        </details>
      )}
    </details>
  )
}
