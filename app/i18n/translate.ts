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

/** A message cut at its values: `pieces[n]` stands before the value named `names[n]`. */
interface CutMessage {
  readonly pieces: readonly string[]
  readonly names: readonly string[]
}

type Values = Readonly<Record<string, string | number>>

/**
 * The messages of one language, each looked up by i18next once for each plural form and then kept
 * cut at its values: a page says some two hundred of them.
 */
function cutMessages(locale: Locale): Translate {
  const lookUp = instance.getFixedT(locale) as unknown as (key: string, options: object) => string
  const plurals = new Intl.PluralRules(locale)
  const known = new Map<string, CutMessage>()
  const say = (key: string, values?: Values): string => {
    const count = values?.count
    const form =
      typeof count === 'number' ? `${key} ${count === 0 ? 'zero' : plurals.select(count)}` : key
    let message = known.get(form)
    if (!message) {
      message = cut(lookUp(key, { ...values, skipInterpolation: true }))
      known.set(form, message)
    }
    const { pieces, names } = message
    let text = pieces[0] ?? ''
    for (let at = 0; at < names.length; at += 1) {
      text += `${values?.[names[at] as string] ?? ''}${pieces[at + 1]}`
    }
    return text
  }
  return say as unknown as Translate
}

function cut(message: string): CutMessage {
  const parts = message.split(/\{\{\s*(\w+)\s*\}\}/)
  return {
    pieces: parts.filter((_, at) => at % 2 === 0),
    names: parts.filter((_, at) => at % 2 === 1),
  }
}

const fixed = Object.fromEntries(locales.map((locale) => [locale, cutMessages(locale)])) as Record<
  Locale,
  Translate
>

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
