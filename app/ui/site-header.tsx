import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Kept, keptMarkup } from './kept-markup.tsx'
import { type LanguageLink, LanguageLinks } from './language-links.tsx'
import { Logo } from './logo.tsx'

export type NavLink = {
  href: string
  label: string
  current?: boolean | undefined
  /** How many things wait behind the link; shown when above zero. */
  count?: number | undefined
}

type SiteHeaderProps = {
  brand: string
  homeHref: string
  /** Words of the link that jumps over the header. */
  skipLabel: string
  menuLabel: string
  navLabel: string
  links: readonly NavLink[]
  languagesLabel: string
  languages: readonly LanguageLink[]
  account: readonly NavLink[]
  /** Signing out changes something, so it is a form and not a link. */
  signOut?: { action: string; label: string } | undefined
}

function Links({ links }: { links: readonly NavLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a className="nav-link" href={link.href} aria-current={link.current ? 'page' : undefined}>
            {link.label}
            {link.count ? <span className="count">{link.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

function SignOut({ signOut }: Pick<SiteHeaderProps, 'signOut'>) {
  if (!signOut) return null
  return (
    <form method="post" action={signOut.action}>
      <Button variant="quiet" size="small">
        {signOut.label}
      </Button>
    </form>
  )
}

type Language = LanguageLink['lang']

/** All but the addresses in the other languages: the same on every page of one place of the site. */
type Fixed = Omit<SiteHeaderProps, 'languages'> & {
  languages: readonly Omit<LanguageLink, 'href'>[]
}

const content = keptMarkup<Fixed, Language>(['fr', 'en', 'ar'], (props, hrefs) => (
  <>
    <a className="skip-link" href="#main">
      {props.skipLabel}
    </a>
    <div className="site-header-row">
      <a className="brand" href={props.homeHref}>
        <Logo />
        <span>{props.brand}</span>
      </a>
      <LanguageLinks
        label={props.languagesLabel}
        languages={props.languages.map((one) => ({ ...one, href: hrefs[one.lang] }))}
        compact
      />
      <div className="account-wide">
        <Links links={props.account} />
        <SignOut signOut={props.signOut} />
      </div>
      <nav className="nav-wide" aria-label={props.navLabel}>
        <Links links={props.links} />
      </nav>
      <details className="menu">
        <summary>
          <Icon name="menu" />
          {props.menuLabel}
        </summary>
        <div className="menu-panel">
          <nav aria-label={props.navLabel}>
            <Links links={props.links} />
          </nav>
          <Links links={props.account} />
          <SignOut signOut={props.signOut} />
        </div>
      </details>
    </div>
  </>
))

/**
 * The head of every page. The links stand twice, in a `<details>` menu for phones and in a row for
 * wide screens; the style sheet shows one of the two, so that no script is needed.
 */
export function SiteHeader({ languages, ...props }: SiteHeaderProps) {
  const hrefs = { fr: '', en: '', ar: '' }
  for (const { lang, href } of languages) hrefs[lang] = href
  const fixed = { ...props, languages: languages.map(({ href: _, ...one }) => one) }
  return <Kept as="header" className="site-header no-print" markup={content(fixed, hrefs)} />
}
