/** Views of one thing, each a page of its own. */
export function Tabs(props: {
  label: string
  tabs: readonly { href: string; label: string; count?: string | undefined; current?: boolean }[]
}) {
  return (
    <nav className="tabs no-print" aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
