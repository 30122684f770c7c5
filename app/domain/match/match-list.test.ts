import { describe, expect, test } from 'vitest'
import { listQuery } from '#app/domain/search/list-state.ts'
import { arrangeMatches, pageOf, type Sortable } from './arrange-matches.ts'
import { readCompared } from './compare.ts'
import {
  ownMatchFilters,
  profileMatchFilters,
  readOwnMatchList,
  readProfileMatchList,
} from './match-list.ts'

const known = {
  has: () => false,
  sectors: [
    { code: 'C', parent: null },
    { code: '25', parent: 'C' },
  ],
}
const own = (query: string) => readOwnMatchList(new URLSearchParams(query), known)
const profiles = (query: string) => readProfileMatchList(new URLSearchParams(query))
const asked = { today: '2026-11-23', place: null, hidden: [] }

describe('the address of a list', () => {
  test('keeps what it knows and drops the rest', () => {
    const state = own(
      'kind=job&kind=x&admin1=CI-AB&admin1=XX-9&sector=25&contract=cdi&contract=%00&remote=1&band=strong&band=weak&far=2&q=soudeur&place=Bouak%C3%A9&km=10&sort=deadline&page=-1',
    )
    expect(listQuery(state)).toBe(
      '?place=Bouak%C3%A9&km=10&band=strong&kind=job&admin1=CI-AB&sector=25&contract=cdi&remote=1&sort=deadline',
    )
    expect(
      listQuery(profiles('language=fr&education=3&available=1&experience=2&sort=deadline')),
    ).toBe('?language=fr&education=3&experience=2&available=1')
  })

  test('becomes what the index is asked for', () => {
    const bouake = { lat: 7.69, lng: -5.03 }
    expect(
      ownMatchFilters(own('sector=C&km=10&place=x&remote=1'), {
        ...asked,
        place: bouake,
        hidden: ['a'],
        known,
      }),
    ).toEqual({
      status: ['open'],
      openOn: '2026-11-23',
      notId: ['a'],
      sector: ['C', '25'],
      remote: true,
      near: { ...bouake, km: 10 },
    })
    expect(
      profileMatchFilters(
        profiles('language=fr&language=ar&education=4&experience=5&available=3'),
        {
          ...asked,
          companyId: 'c',
        },
      ),
    ).toEqual({
      status: ['active'],
      notBlocking: ['c'],
      languages: [
        { code: 'fr', min: 1 },
        { code: 'ar', min: 1 },
      ],
      education: { min: 4 },
      experienceMonths: { min: 60 },
      availableFrom: { max: '2027-02-23' },
    })
  })
})

describe('a list', () => {
  const pair = (id: string, given: Partial<Sortable>) => ({
    id,
    band: 'good' as const,
    distanceKm: null,
    newest: null,
    deadline: null,
    ...given,
  })
  const pairs = [
    pair('a', { band: 'strong', distanceKm: 9, newest: '2026-01-01', deadline: '2026-12-24' }),
    pair('b', { band: 'weak', distanceKm: 1, newest: '2026-03-01' }),
    pair('c', { distanceKm: 4, newest: '2026-02-01', deadline: '2026-12-01' }),
    pair('d', { band: 'partial' }),
    pair('e', { band: null, newest: '2026-04-01' }),
  ]
  const ids = (given: Partial<Parameters<typeof arrangeMatches>[1]>) =>
    arrangeMatches(pairs, { sort: 'relevance', bands: [], far: false, ...given }).shown.map(
      (one) => (one as (typeof pairs)[number]).id,
    )

  test('shows matches, and what is far off to who asks', () => {
    expect(ids({})).toEqual(['a', 'c', 'd'])
    expect(ids({ far: true })).toEqual(['a', 'c', 'd', 'b', 'e'])
    expect(ids({ bands: ['partial', 'strong'], far: true })).toEqual(['a', 'd'])
    const { farther, bands } = arrangeMatches(pairs, { sort: 'newest', bands: [], far: false })
    expect(farther).toBe(2)
    expect(bands.map((one) => one.count)).toEqual([1, 1, 1])
  })

  test('by fit, a better band comes before a better score, and none last', () => {
    const scored = [
      pair('good', {}),
      pair('none', { band: null }),
      pair('weak', { band: 'weak' }),
      pair('strong', { band: 'strong' }),
      pair('second good', {}),
    ]
    const all = { sort: 'relevance', bands: [], far: true } as const
    expect(arrangeMatches(scored, all).shown.map((one) => (one as { id: string }).id)).toEqual([
      'strong',
      'good',
      'second good',
      'weak',
      'none',
    ])
  })

  test('comes in the order asked for, what says nothing last, equals by fit', () => {
    expect(ids({ sort: 'distance' })).toEqual(['c', 'a', 'd'])
    expect(ids({ sort: 'newest' })).toEqual(['c', 'a', 'd'])
    expect(ids({ sort: 'deadline' })).toEqual(['c', 'a', 'd'])
    expect(ids({ sort: 'newest', far: true })).toEqual(['e', 'b', 'c', 'a', 'd'])
  })

  test('has pages that neither overlap nor lack', () => {
    const all = Array.from({ length: 41 }, (_, at) => at)
    const seen = [1, 2, 3].flatMap((page) => pageOf(all, page, 20).items)
    expect(seen).toEqual(all)
    expect(pageOf(all, 9, 20)).toMatchObject({ page: 3, pages: 3, total: 41 })
    expect(pageOf([], 1, 20)).toEqual({ items: [], total: 0, page: 1, pages: 1 })
  })
})

test('two to four things are compared, each once', () => {
  const id = (at: number) => `019b8d2b-8c00-7416-942a-1bf6f642665${at}`
  const read = (...ids: string[]) =>
    readCompared(new URLSearchParams(ids.map((one) => ['id', one])))
  expect(read(id(1), id(2), id(1), 'x', "' or 1=1")).toEqual({ ids: [id(1), id(2)], more: false })
  expect(read(id(1), id(2), id(3), id(4), id(5))).toEqual({
    ids: [id(1), id(2), id(3), id(4)],
    more: true,
  })
})
