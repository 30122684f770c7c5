import { useLocation, useParams } from 'react-router'
import { isLocale, type Locale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'

/** The language and place of the page, also where no route of ours matched the address. */
export function useSite() {
  const { lang } = useParams()
  const location = useLocation()
  const first = location.pathname.split('/')[1]
  const locale: Locale = isLocale(lang) ? lang : isLocale(first) ? first : 'fr'
  const rest = isLocale(first) ? location.pathname.slice(first.length + 1) : ''
  return { locale, t: translator(locale), path: rest || '/', search: location.search }
}
