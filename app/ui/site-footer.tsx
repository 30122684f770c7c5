import type { ReactNode } from 'react'
import type { PageLink } from './page.tsx'

/** The foot of every page: links to what one must be able to find, then sources and licences. */
export function SiteFooter(props: {
  label: string
  links: readonly PageLink[]
  /** Sources and licences of the data shown. */
  licences?: ReactNode
  children?: ReactNode
}) {
  return (
    <footer className="site-footer no-print">
      <div className="site-footer-row">
        {props.children}
        <nav aria-label={props.label}>
          <ul className="footer-links">
            {props.links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        {props.licences && <div className="licences">{props.licences}</div>}
      </div>
    </footer>
  )
}
