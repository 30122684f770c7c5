import i18next, { type TFunction } from 'i18next'
import ar from './ar/index.ts'
import en from './en/index.ts'
import fr from './fr/index.ts'
import { type Locale, locales } from './locales.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof fr }
    returnNull: false
  }
}

/** Turns a message key and its values into a sentence of one language. */
export type Translate = TFunction<'translation', undefined>

const instance = i18next.createInstance({
  lng: 'fr',
  supportedLngs: locales,
  fallbackLng: false,
  resources: { fr: { translation: fr }, en: { translation: en }, ar: { translation: ar } },
  // React escapes what it renders; messages and SMS are plain text.
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
  parseMissingKeyHandler: (key) => {
    throw new Error(`no message for ${key}`)
  },
})
instance.init()

const fixed = Object.fromEntries(
  locales.map((locale) => [locale, instance.getFixedT(locale)]),
) as Record<Locale, Translate>

/** The messages of one language. The function throws on a key that the language lacks. */
export function translator(locale: Locale): Translate {
  return fixed[locale]
}

/** Translates a key known only at run time, such as one a schema names. Throws when there is no such message. */
export function translateKey(
  t: Translate,
  key: string,
  values: Record<string, string | number> = {},
): string {
  return (t as unknown as (key: string, values: Record<string, string | number>) => string)(
    key,
    values,
  )
}
