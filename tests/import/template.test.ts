import { expect, test } from 'vitest'
import { countryCodes, countryPack } from '#app/domain/countries/index.ts'
import { guessColumns } from '#app/domain/import/guess-columns.ts'
import { fieldsOf } from '#app/domain/import/import.ts'
import { locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { fieldName } from '#app/routes/chamber/imports/import-words.ts'

const unknown = () => ({ kind: 'unknown' }) as const

test.each(countryCodes.flatMap((country) => locales.map((locale) => ({ country, locale }))))(
  'the template of $country in $locale is understood when it comes back',
  ({ country, locale }) => {
    const pack = countryPack(country)
    const reference = { place: () => null, sectorName: (code: string) => code }
    const words = { t: translator(locale), locale, pack, reference }
    const fields = fieldsOf(pack)
    const headings = fields.map((field) => fieldName(field, words))
    const readers = { pack, place: unknown, sector: unknown, remembered: new Map<string, string>() }
    expect(guessColumns(headings, [], readers)).toEqual(fields)
  },
)
