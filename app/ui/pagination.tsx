import { Icon } from './icon.tsx'

export type PaginationProps = {
  label: string
  /** Undefined on the first page. */
  previous?: { href: string; label: string } | undefined
  /** Undefined on the last page. */
  next?: { href: string; label: string } | undefined
  /** Pages to show; null stands for pages left out. */
  pages?: readonly ({ href: string; label: string; current?: boolean } | null)[]
  /** Where one is, for instance "41 to 60 of 312". */
  summary?: string | undefined
}

/** Links to the other pages of a list; nothing when there is only one. */
export function Pagination(props: PaginationProps) {
  if (!props.previous && !props.next) return null
  return (
    <nav className="pagination no-print" aria-label={props.label}>
      {props.summary && <p className="hint">{props.summary}</p>}
      <ul>
        {props.previous && (
          <li>
            <a className="btn btn-quiet" href={props.previous.href} rel="prev">
              <Icon name="back" />
              {props.previous.label}
            </a>
          </li>
        )}
        {props.pages?.map((page, index) =>
          page ? (
            <li key={page.href} className="page-number">
              <a
                className="btn btn-quiet"
                href={page.href}
                aria-current={page.current ? 'page' : undefined}
              >
                {page.label}
              </a>
            </li>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name than its place
            <li key={index} className="page-number" aria-hidden="true">
              …
            </li>
          ),
        )}
        {props.next && (
          <li>
            <a className="btn btn-quiet" href={props.next.href} rel="next">
              {props.next.label}
              <Icon name="forward" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** Page numbers worth showing around `current` of `count`, both from 1; null where some are left out. */
export function pageWindow(current: number, count: number): (number | null)[] {
  const kept = [1, current - 1, current, current + 1, count].filter((n) => n >= 1 && n <= count)
  const sorted = [...new Set(kept)].sort((a, b) => a - b)
  return sorted.flatMap((page, index) => {
    const before = sorted[index - 1] ?? 0
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? [null, page] : [page]
  })
}
