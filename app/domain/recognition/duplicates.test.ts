import { expect, test } from 'vitest'
import { buildTwinFinder, likely, scoreTwins, sure, type TwinFacts } from './duplicates.ts'

const base: TwinFacts = {
  id: 'a',
  legalName: 'Scierie du Bandama',
  phones: ['+2250707000001'],
  sites: [{ placeId: 'ci-toumodi', lat: 6.55, lng: -5.02 }],
}
const number = (value: string) => ({ scheme: 'rccm', value, entityKey: value })

test('the same number is nearly proof, another number nearly the contrary', () => {
  const a = { ...base, identifiers: [number('CI-1')] }
  const b = { ...base, id: 'b', legalName: 'Bandama Bois' }
  expect(scoreTwins(a, { ...b, identifiers: [number('CI-1')] }).score).toBeGreaterThan(sure)
  const other = scoreTwins(a, { ...base, id: 'b', phones: [], identifiers: [number('CI-2222')] })
  expect(other.score).toBeLessThan(likely)
  expect(other.reasons).toContainEqual({ kind: 'otherIdentifier', scheme: 'rccm', slip: false })
})

test('addresses that everybody uses say nothing, one’s own say much', () => {
  const named = (legalName: string, email: string): TwinFacts => ({
    id: legalName,
    legalName,
    emails: [email],
  })
  const kinds = (a: TwinFacts, b: TwinFacts) => scoreTwins(a, b).reasons.map((one) => one.kind)
  expect(kinds(named('A', 'x@gmail.com'), named('B', 'y@gmail.com'))).toEqual([])
  expect(kinds(named('A', 'x@sahelagro.sn'), named('B', 'y@sahelagro.sn'))).toEqual([
    'sameEmailDomain',
  ])
})

test('a name that many bear needs more than a name', () => {
  const there = {
    id: 'b',
    legalName: 'Pharmacie du Centre',
    sites: [{ placeId: 'ci-man', lat: 7.4, lng: -7.55 }],
  }
  const here = { ...base, legalName: 'Pharmacie du Centre' }
  expect(scoreTwins(here, { ...there, phones: [] }).score).toBeLessThan(likely)
  expect(scoreTwins(here, { ...there, phones: base.phones ?? [] }).score).toBeGreaterThan(likely)
})

test('the finder gives twins, the likeliest first', () => {
  const find = buildTwinFinder([
    { ...base, id: 'same' },
    { ...base, id: 'name', phones: [] },
    { ...base, id: 'other', legalName: 'Hôtel du Lac', phones: [] },
  ])
  expect(find(base).map((twin) => twin.id)).toEqual(['same', 'name'])
})
