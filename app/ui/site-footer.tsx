import { Kept, keptMarkup } from './kept-markup.tsx'
import type { PageLink } from './page.tsx'

type SiteFooterProps = {
  label: string
  links: readonly PageLink[]
  /** Sources and licences of the data shown, a paragraph each. */
  licences: readonly string[]
}

const content = keptMarkup<SiteFooterProps>([], ({ label, links, licences }) => (
  <div className="site-footer-row">
    <nav aria-label={label}>
      <ul className="footer-links">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </nav>
    <div className="licences">
      {licences.map((licence) => (
        <p key={licence}>{licence}</p>
      ))}
    </div>
  </div>
))

/** The foot of every page: links to what one must be able to find, then sources and licences. */
export function SiteFooter(props: SiteFooterProps) {
  return <Kept as="footer" className="site-footer no-print" markup={content(props, {})} />
}
