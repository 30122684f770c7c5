import i18next from 'i18next'
import { expect, test } from 'vitest'
import ar from './ar/index.ts'
import en from './en/index.ts'
import fr from './fr/index.ts'
import { locales } from './locales.ts'
import { translateKey, translator } from './translate.ts'

const messages = { fr, en, ar }

function* keysOf(node: object, above = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'string') yield [above + name, value]
    else yield* keysOf(value as object, `${above}${name}.`)
  }
}

test.each(locales)('%s: every message is what i18next says, for each plural form', (locale) => {
  const instance = i18next.createInstance({
    lng: locale,
    resources: { [locale]: { translation: messages[locale] } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  instance.init()
  const say = instance.t as unknown as (key: string, values: object) => string
  const texts = [...keysOf(messages[locale])]
  const names = new Set(texts.flatMap(([, text]) => text.match(/(?<=\{\{\s*)\w+/g) ?? []))
  const values = Object.fromEntries([...names].map((name) => [name, `<${name}> & {{x}} $t(x)`]))
  for (const [key] of texts) {
    const [, family, form] = /^(.*?)(?:_(zero|one|two|few|many|other))?$/.exec(key) ?? []
    for (const count of form ? [0, 1, 2, 3, 11, 99, 100, 1_000_000] : [undefined]) {
      const given = { ...values, count: count ?? '<count>' }
      const expected = say(family as string, { ...given, skipOnVariables: true, nest: false })
      expect(translateKey(translator(locale), family as string, given)).toBe(expected)
    }
  }
})

test('a message that nobody wrote is an error', () => {
  expect(() => translateKey(translator('fr'), 'common.nobodyWroteThis')).toThrow('no message')
})
