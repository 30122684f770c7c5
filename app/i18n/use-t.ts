import { useParams } from 'react-router'
import { isLocale, type Locale, localePath } from './locales.ts'
import { type Translate, translator } from './translate.ts'

/** The language of the page, from its path. */
export function useLocale(): Locale {
  const { lang } = useParams()
  return isLocale(lang) ? lang : 'fr'
}

/** The messages of the page's language. */
export function useT(): Translate {
  return translator(useLocale())
}

/** Makes paths of the site in the page's language. */
export function usePath(): (path: string) => string {
  const locale = useLocale()
  return (path) => localePath(locale, path)
}
