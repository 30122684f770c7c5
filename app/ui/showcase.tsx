import { Badge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { LanguageLinks } from './language-links.tsx'
import { Page } from './page.tsx'
import { ShowcaseContent, ShowcaseMatches } from './showcase-content.tsx'
import { ShowcaseForms } from './showcase-forms.tsx'
import { showcaseWords } from './showcase-words.ts'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

type Lang = keyof typeof showcaseWords

/**
 * Every component in all its states, for the makers' eyes. `hrefFor` answers with the address of the
 * same page in another language; `framed` draws head and foot too, where no layout does.
 */
export function Showcase({
  lang,
  hrefFor,
  framed = false,
}: {
  lang: Lang
  hrefFor: (lang: Lang) => string
  framed?: boolean
}) {
  const words = showcaseWords[lang]
  const languages = [
    { lang: 'fr', label: 'Français', short: 'FR' },
    { lang: 'en', label: 'English', short: 'EN' },
    { lang: 'ar', label: 'العربية', short: 'ع' },
  ] as const
  const links = languages.map((language) => ({
    ...language,
    href: hrefFor(language.lang),
    current: language.lang === lang,
  }))
  return (
    <div lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
      {framed && (
        <SiteHeader
          brand="Passerelle"
          homeHref="#home"
          skipLabel={words.skip}
          menuLabel={words.menu}
          navLabel={words.links.join(', ')}
          links={words.links.map((label, index) => ({
            href: `#nav-${index}`,
            label,
            current: index === 0,
            count: index === 2 ? 3 : undefined,
          }))}
          languagesLabel={words.language}
          languages={links}
          account={[{ href: '#account', label: words.account }]}
          signOut={{ action: '#sign-out', label: words.signOut }}
        />
      )}
      <Page
        title={words.title}
        intro={
          <>
            <p>{words.intro}</p>
            <LanguageLinks label={words.intro} languages={links} />
          </>
        }
        eyebrow={<Badge>{words.states[0]}</Badge>}
        back={{ href: '#back', label: words.back }}
        breadcrumbs={{
          label: words.back,
          items: [
            { href: '#crumb-1', label: words.links[0] ?? '' },
            { href: '#crumb-2', label: words.firm },
          ],
        }}
        actions={
          <ButtonLink href="#publish" variant="primary">
            {words.buttons[0]}
          </ButtonLink>
        }
      >
        <ShowcaseMatches words={words} />
        <ShowcaseForms words={words} />
        <ShowcaseContent words={words} />
      </Page>
      {framed && (
        <SiteFooter
          label={words.footer.join(', ')}
          links={words.footer.map((label, index) => ({ href: `#footer-${index}`, label }))}
          licences={[words.licences]}
        />
      )}
    </div>
  )
}
