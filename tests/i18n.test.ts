import { describe, expect, test } from 'vitest'
import ar from '#app/i18n/ar/index.ts'
import en from '#app/i18n/en/index.ts'
import fr from '#app/i18n/fr/index.ts'
import { sources } from '#tests/support/sources.ts'

type Messages = Readonly<Record<string, string>>

function flatten(node: object, above = ''): [string, string][] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [[above + name, value]] : flatten(value, `${above}${name}.`),
  )
}

const messages: Record<'fr' | 'en' | 'ar', Messages> = {
  fr: Object.fromEntries(flatten(fr)),
  en: Object.fromEntries(flatten(en)),
  ar: Object.fromEntries(flatten(ar)),
}
const languages = ['fr', 'en', 'ar'] as const

const plural = /_(zero|one|two|few|many|other)$/
/** A key without its plural form: what `t` is called with. */
const family = (key: string) => key.replace(plural, '')
const families = (of: Messages) => [...new Set(Object.keys(of).map(family))].sort()
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ''))].sort()
const formsOf = (of: Messages, name: string) =>
  Object.keys(of)
    .filter((key) => family(key) === name && plural.test(key))
    .map((key) => key.slice(name.length + 1))
    .sort()

describe.each(languages)('%s', (language) => {
  const own = messages[language]

  test('has exactly the messages of French', () => {
    const french = families(messages.fr)
    expect(
      families(own).filter((name) => !french.includes(name)),
      'too many',
    ).toEqual([])
    expect(
      french.filter((name) => !families(own).includes(name)),
      'missing',
    ).toEqual([])
  })

  test('has every plural form of the language, and no other', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const counted = families(own).filter((name) => formsOf(own, name).length > 0)
    const wrong = counted.filter((name) => formsOf(own, name).join() !== wanted.join())
    expect(wrong.map((name) => `${name}: ${formsOf(own, name)}`)).toEqual([])
    const countedInFrench = families(messages.fr).filter(
      (name) => formsOf(messages.fr, name).length > 0,
    )
    expect(counted).toEqual(countedInFrench)
  })

  test('says something in every message, without stray space', () => {
    const odd = Object.entries(own).filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || / {2}/.test(text),
    )
    expect(odd).toEqual([])
  })

  test('fills in what French fills in', () => {
    const wrong = Object.keys(own).filter((key) => {
      const french = messages.fr[key] ?? messages.fr[`${family(key)}_other`] ?? ''
      const allowed = placeholders(french)
      const used = placeholders(own[key] ?? '')
      // "none", "one" and "two" may be whole sentences of their own, without any number.
      const inWords = /_(zero|one|two)$/.test(key)
      const needed = inWords ? [] : allowed.filter((name) => name !== 'count' || !plural.test(key))
      return (
        used.some((name) => !allowed.includes(name) && name !== 'count') ||
        needed.some((name) => !used.includes(name))
      )
    })
    expect(wrong).toEqual([])
  })

  test('holds no markup and overrides no direction', () => {
    const odd = Object.entries(own).filter(([, text]) => /<\/?[a-z]|[\u202a-\u202e]/.test(text))
    expect(odd).toEqual([])
  })
})

/** Arabic messages without a word: names and signs that every language writes alike. */
const wordless = /^(\{\{\s*\w+\s*\}\}|[\s\d.,:;/+()%·—–-]|Passerelle|ESCO|SMS)*$/

test('Arabic is written in Arabic', () => {
  const foreign = Object.entries(messages.ar).filter(
    ([, text]) => !/[\u0600-\u06ff]/.test(text) && !wordless.test(text),
  )
  expect(foreign).toEqual([])
})

test('French is typeset: ’ and not a straight apostrophe, a space before ! ? : ; »', () => {
  const straight = Object.entries(messages.fr).filter(([, text]) => /\p{L}'\p{L}/u.test(text))
  expect(straight).toEqual([])
  const cramped = Object.entries(messages.fr).filter(([, text]) => /\p{L}[!?;»](\s|$)/u.test(text))
  expect(cramped).toEqual([])
})

test('English and French are not the same text by oversight', () => {
  const long = Object.entries(messages.fr).filter(
    ([key, text]) => text.split(' ').length >= 5 && messages.en[key] === text,
  )
  expect(long).toEqual([])
})

describe('use', () => {
  const product = sources().filter(
    (file) => !file.isTest && !/^app\/i18n\/(fr|en|ar)\//.test(file.path),
  )
  const text = product.map((file) => file.text).join('\n')
  const literals = new Set(
    [...text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`|]/g)].map(([, key = '']) => key),
  )

  /** Beginnings of keys that are put together at run time from a closed set, as the sources write them. */
  const heads = [
    ...new Set(
      [...text.matchAll(/`([\w-]+(?:\.[\w-]+)*[.\w-]*)\$\{/g)].map(([, head = '']) => head),
    ),
  ].filter((head) => head.includes('.'))

  test('every message is used somewhere', () => {
    const idle = families(messages.fr).filter(
      (name) => !literals.has(name) && !heads.some((head) => name.startsWith(head)),
    )
    expect(idle).toEqual([])
  })

  test('every key that a use case or a schema names is there', () => {
    // They travel as text until a page translates them, out of the compiler's sight.
    const named = product.flatMap((file) => [
      ...[...file.text.matchAll(/new FieldErrors\(\{([^}]*)\}/g)].flatMap(([, body = '']) => [
        ...body.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g),
      ]),
      ...file.text.matchAll(/['"`](form\.\w+)(?:\||['"`])/g),
    ])
    const known = families(messages.fr)
    const unknown = named.map(([, key = '']) => key).filter((key) => !known.includes(key))
    expect([...new Set(unknown)]).toEqual([])
  })
})
