import { isLocale, type Locale, localePath } from '#app/i18n/locales.ts'

/**
 * Where to go after signing in: the path that was asked for when it is one of this site, in the
 * reader's present language; null for anything else, such as another site's address.
 */
export function safeNext(text: string | null | undefined, locale: Locale): string | null {
  if (!text || text.length > 500 || !/^\/[a-z]{2}(?:[/?]|$)[\x21-\x7e]*$/.test(text)) return null
  if (text.includes('\\') || !URL.canParse(text, 'http://site.invalid')) return null
  const url = new URL(text, 'http://site.invalid')
  const [, lang, ...rest] = url.pathname.split('/')
  if (
    url.host !== 'site.invalid' ||
    !isLocale(lang) ||
    rest.some((part, i) => part === '' && i < rest.length - 1)
  ) {
    return null
  }
  return localePath(locale, rest.length > 0 ? `/${rest.join('/')}` : '/') + url.search
}

/** `path` with `next` in its query, when there is one. */
export function withNext(path: string, next: string | null): string {
  return next === null ? path : `${path}?${new URLSearchParams({ next })}`
}
