import { classNames } from './class-names.ts'

export type LanguageLink = {
  lang: 'fr' | 'en' | 'ar'
  /** The language's own name: Français, English, العربية. */
  label: string
  /** One or two letters for narrow headers: FR, EN, ع. */
  short: string
  /** The same page in that language. */
  href: string
  current: boolean
}

/** The same page in the other languages; each name is written in its own language. */
export function LanguageLinks(props: {
  label: string
  languages: readonly LanguageLink[]
  /** Short names on phones, where the header has no room. */
  compact?: boolean
}) {
  return (
    <nav aria-label={props.label}>
      <ul className={classNames('languages', props.compact && 'languages-compact')}>
        {props.languages.map((language) => (
          <li key={language.lang}>
            <a
              href={language.href}
              lang={language.lang}
              hrefLang={language.lang}
              dir={language.lang === 'ar' ? 'rtl' : 'ltr'}
              aria-current={language.current ? 'true' : undefined}
            >
              {props.compact && (
                <span className="languages-short" aria-hidden="true">
                  {language.short}
                </span>
              )}
              <span className="languages-name">{language.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
