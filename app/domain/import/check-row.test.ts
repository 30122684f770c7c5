import { describe, expect, test } from 'vitest'
import { countryPack } from '#app/domain/countries/index.ts'
import { checkRow, type RowReaders } from './check-row.ts'
import { guessColumns } from './guess-columns.ts'
import { type Mapping, mappingFaults } from './import.ts'

const readers: RowReaders = {
  pack: countryPack('CI'),
  place: (text) =>
    text === 'Bouaké'
      ? { kind: 'sure', id: 'ci-bouake' }
      : text === 'Bouake ou Korhogo'
        ? { kind: 'ask', ids: ['ci-bouake', 'ci-korhogo'] }
        : { kind: 'unknown' },
  sector: (text) => (text === 'Soudure' ? { kind: 'sure', id: '25' } : { kind: 'unknown' }),
  year: 2026,
}
const mapping: Mapping = [
  'legalName',
  'id:rccm',
  'place',
  'phone',
  'email',
  'sector',
  'size',
  'foundedYear',
  'contactName',
  'address',
]
const good = [
  'Ateliers du Pont SARL',
  'CI-ABJ-2017-B-12345',
  'Bouaké',
  '07 07 12 34 56',
  'a@b.ci',
  'Soudure',
  '25',
  '2012',
  'Awa Koné',
  '',
]
const reasonsOf = (changes: Record<number, string>) => {
  const cells = good.map((cell, at) => changes[at] ?? cell)
  return checkRow(cells, mapping, readers).problems.map(
    ({ reason, severity, column }) => `${column} ${severity} ${reason}`,
  )
}

test('a row without fault says what it means', () => {
  const { parsed, problems } = checkRow(good, mapping, readers)
  expect(problems).toEqual([])
  expect(parsed).toMatchObject({
    legalName: 'Ateliers du Pont SARL',
    identifiers: [{ scheme: 'rccm', value: 'CI-ABJ-2017-B-12345' }],
    placeId: 'ci-bouake',
    phone: '+2250707123456',
    email: 'a@b.ci',
    sector: '25',
    headcount: 25,
    sizeBand: '10-49',
    foundedYear: 2012,
    contact: { name: 'Awa Koné', phone: null },
  })
})

describe('every fault has its own name', () => {
  test.each([
    [{ 0: '' }, '0 error nameMissing'],
    [{ 0: 'Néant' }, '0 error nameMissing'],
    [{ 0: '12345' }, '0 error nameInvalid'],
    [{ 0: 'info@x.ci' }, '0 error nameInvalid'],
    [{ 0: '=HYPERLINK("http://x")' }, '0 error formula'],
    [{ 0: 'A'.repeat(161) }, '0 error tooLong'],
    [{ 1: 'CI-ABJ-2017' }, '1 error identifierShape'],
    [{ 1: 'CI-ABJ-2099-B-12' }, '1 error identifierYear'],
    [{ 2: '' }, '2 error placeMissing'],
    [{ 2: 'Atlantis' }, '2 error placeUnknown'],
    [{ 2: 'Bouake ou Korhogo' }, '2 error placeAsk'],
    [{ 3: '07 07 12' }, '3 error phoneLength'],
    [{ 3: '99 99 99 99 99' }, '3 error phonePrefix'],
    [{ 3: 'voir DG' }, '3 error phoneCharacters'],
    [{ 3: '7,07E+08' }, '3 error phoneScientific'],
    [{ 3: '20 21 22 23' }, '3 warning phoneOld'],
    [{ 3: '707123456' }, '3 warning phoneZero'],
    [{ 3: '0707123456 / 12' }, null],
    [{ 4: 'a@b' }, '4 error emailInvalid'],
    [{ 4: 'a@b.ci; c@' }, '4 warning emailSome'],
    [{ 5: 'Divers' }, '5 warning sectorUnknown'],
    [{ 6: 'beaucoup' }, '6 warning sizeUnreadable'],
    [{ 6: 'oct-49' }, '6 warning sizeDate'],
    [{ 7: 'hier' }, '7 warning yearUnreadable'],
    [{ 7: '2048' }, '7 warning yearImpossible'],
    [{ 9: '@SUM(A1)' }, '9 error formula'],
    [{ 9: 'x'.repeat(2001) }, '9 error tooLong'],
  ])('%j', (changes, expected) => {
    const found = reasonsOf(changes as Record<number, string>)
    if (expected === null) expect(found.length).toBe(1)
    else expect(found).toEqual([expected])
  })

  test('all faults of a row are told at once', () => {
    expect(reasonsOf({ 0: '', 2: 'Atlantis', 3: 'x1', 4: 'y' })).toHaveLength(4)
  })

  test('what was put before a formula in our own file is taken away again', () => {
    const { parsed, problems } = checkRow(
      good.map((cell, at) => (at === 3 ? "'+225 07 07 12 34 56" : cell)),
      mapping,
      readers,
    )
    expect(problems).toEqual([])
    expect(parsed.phone).toBe('+2250707123456')
  })
})

test('columns are guessed by heading, by values and by what was remembered', () => {
  const headings = ['N°', 'Dénomination', 'Truc', 'Contact', 'Machin', 'Ville', 'Code X', 'Pays']
  const rows = [
    ['1', 'Ets A', 'CI-ABJ-2017-B-1', '07 07 12 34 56', 'a@b.ci', 'Bouaké', 'z', "Côte d'Ivoire"],
    ['2', 'Ets B', 'CI-ABJ-2018-B-2', '05 05 12 34 56', 'b@b.ci', 'Bouaké', 'z', "Côte d'Ivoire"],
    ['3', 'Ets C', 'CI-ABJ-2019-B-3', '01 01 12 34 56', 'c@b.ci', 'Bouaké', 'z', "Côte d'Ivoire"],
  ]
  const guess = (remembered: [string, string][]) =>
    guessColumns(headings, rows, { ...readers, remembered: new Map(remembered) })
  expect(guess([])).toEqual([null, 'legalName', 'id:rccm', 'phone', 'email', 'place', null, null])
  expect(
    guess([
      ['code x', 'tradeName'],
      ['truc', ''],
    ]),
  ).toEqual([null, 'legalName', null, 'phone', 'email', 'place', 'tradeName', null])
})

test('a mapping needs a name and a place, and holds nothing twice but what may be', () => {
  expect(mappingFaults(['legalName', 'place', 'phone', 'phone'])).toEqual([])
  expect(mappingFaults(['place', 'place'])).toEqual([
    { reason: 'twice', column: 1, field: 'place' },
    { reason: 'nameMissing' },
  ])
  expect(mappingFaults(['legalName'])).toEqual([{ reason: 'placeMissing' }])
})
