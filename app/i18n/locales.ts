/** The languages of the product, French first. */
export const locales = ['fr', 'en', 'ar'] as const
export type Locale = (typeof locales)[number]

/** How each language calls itself. */
export const localeNames: Record<Locale, string> = { fr: 'Français', en: 'English', ar: 'العربية' }

/** The same in two letters, for narrow screens. */
export const localeShort: Record<Locale, string> = { fr: 'FR', en: 'EN', ar: 'ع' }

/** True when the text names a language of the product. */
export function isLocale(text: string | undefined): text is Locale {
  return (locales as readonly string[]).includes(text ?? '')
}

/** Writing direction. */
export function direction(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/** The best of our languages for an `Accept-Language` header; French where none fits. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...params] = part.trim().split(';')
      const q = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean)
      return { tag: tag.toLowerCase().slice(0, 2), q: q === undefined ? 1 : Number(q), position }
    })
    .filter((one) => one.q > 0)
    .sort((a, b) => b.q - a.q || a.position - b.position)
  for (const { tag } of wanted) if (isLocale(tag)) return tag
  return 'fr'
}

/** A path of the site in a language: `localePath('fr', '/profile')` is `/fr/profile`. */
export function localePath(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
