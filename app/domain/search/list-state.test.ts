import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  cleared,
  type Groups,
  isNarrowed,
  listQuery,
  radii,
  readListState,
  sorts,
  toggled,
  toggledQueries,
} from './list-state.ts'

type Name = 'kind' | 'education'
const groups: Groups<Name> = {
  kind: { accepts: (value) => ['job', 'internship'].includes(value) },
  education: { single: true, accepts: (value) => /^[0-8]$/.test(value) },
}
const read = (query: string) => readListState(new URLSearchParams(query), groups)

describe('the address of a list', () => {
  test('says what is shown, and nothing that is usual', () => {
    const state = read(
      'q=soudeur&kind=job&kind=internship&place=Bouak%C3%A9&km=50&page=3&sort=newest',
    )
    expect(state).toEqual({
      text: 'soudeur',
      place: 'Bouaké',
      km: 50,
      sort: 'newest',
      page: 3,
      chosen: { kind: ['job', 'internship'], education: [] },
    })
    expect(readListState(new URLSearchParams(listQuery(state)), groups)).toEqual(state)
    expect(listQuery(read('km=25&sort=relevance&page=1'))).toBe('')
  })

  test('leaves out what it does not know', () => {
    expect(
      read(
        'kind=__proto__&kind=%00&education=9&education=3&education=4&km=7&sort=drop&page=-1&page=2&x=1',
      ),
    ).toEqual({ ...read(''), chosen: { kind: [], education: ['3'] } })
  })

  test('cuts long words and drops invisible characters', () => {
    expect(read(`q=${'a'.repeat(5000)}`).text).toHaveLength(100)
    expect(read('q=%00a%E2%80%AEb%0A').text).toBe('a b')
  })

  test.prop([
    fc.array(
      fc.tuple(
        fc.constantFrom('q', 'kind', 'page', 'km', 'place', 'sort', 'education'),
        fc.string(),
      ),
    ),
  ])('is always read, and read the same again', (pairs) => {
    const state = readListState(new URLSearchParams(pairs), groups)
    expect(radii).toContain(state.km)
    expect(sorts).toContain(state.sort)
    expect(state.page).toBeGreaterThan(0)
    const again = readListState(new URLSearchParams(listQuery(state)), groups)
    // A radius says something only about a place.
    expect(again).toEqual(state.place ? state : { ...state, km: 25 })
  })
})

describe('filters', () => {
  test('go on and off, and back to the first page', () => {
    const state = read('kind=job&page=4')
    expect(listQuery(toggled(state, groups, 'kind', 'internship'))).toBe(
      '?kind=job&kind=internship',
    )
    expect(listQuery(toggled(state, groups, 'kind', 'job'))).toBe('')
  })

  test('that exclude each other replace each other', () => {
    expect(listQuery(toggled(read('education=3'), groups, 'education', '5'))).toBe('?education=5')
  })

  test.prop([
    fc.subarray([
      'q=a+b',
      'place=Man',
      'km=50',
      'kind=job',
      'education=3',
      'sort=newest',
      'page=2',
    ]),
    fc.constantFrom(['kind', 'job'] as const, ['kind', 'internship'], ['education', '3']),
  ])('have the addresses that they lead to', (pairs, [name, value]) => {
    const state = read(pairs.join('&'))
    expect(toggledQueries(state, groups, name as Name)(value)).toBe(
      listQuery(toggled(state, groups, name as Name, value)),
    )
  })

  test('are all taken away at once', () => {
    const state = read('q=a&kind=job&place=Man&sort=newest')
    expect(isNarrowed(state)).toBe(true)
    expect(isNarrowed(cleared(state))).toBe(false)
    expect(isNarrowed(read('page=2'))).toBe(false)
  })
})
