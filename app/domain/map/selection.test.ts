import { expect, test } from 'vitest'
import { isFirmChosen, isOnGround, isPostChosen, type MapScope, selectionOf } from './selection.ts'
import { readMapView } from './view.ts'

const names = { fr: '', en: '', ar: '' }
const sectors = [
  { code: 'C', level: 'section' as const, parent: null, names },
  { code: '25', level: 'division' as const, parent: 'C', names },
  { code: '41', level: 'division' as const, parent: 'F', names },
]
const none = { occupation: null, skill: null }
const select = (query: string, concepts = none) =>
  selectionOf(readMapView(new URLSearchParams(query)), concepts, sectors, '2026-11-23')

const everybody: MapScope = { country: 'CI', chamber: null }
const bandama: MapScope = {
  country: 'CI',
  chamber: { id: 'own', country: 'CI', admin1s: ['CI-VB'] },
}
const firm = { sector: '25', size: '10-49', chamberId: null, units: ['CI-AB'] }

test('a section holds its divisions, and firms that are known by the section', () => {
  expect(isFirmChosen(everybody, select('sector=C'), firm)).toBe(true)
  expect(isFirmChosen(everybody, select('sector=C'), { ...firm, sector: 'C' })).toBe(true)
  expect(isFirmChosen(everybody, select('sector=41'), firm)).toBe(false)
  expect(isFirmChosen(everybody, select('sector=C'), { ...firm, sector: null })).toBe(false)
})

test('a chamber sees what it looks after, and people of its ground', () => {
  const all = select('')
  expect(isFirmChosen(bandama, all, firm)).toBe(false)
  expect(isFirmChosen(bandama, all, { ...firm, chamberId: 'own' })).toBe(true)
  expect(isFirmChosen(bandama, all, { ...firm, units: ['CI-AB', 'CI-VB'] })).toBe(true)
  expect(isOnGround(bandama, ['CI-VB'])).toBe(true)
  expect(isOnGround(bandama, ['CI-AB'])).toBe(false)
  expect(isOnGround(everybody, ['CI-AB'])).toBe(true)
})

test('a post is open until the end of its last day', () => {
  const post = {
    kind: 'job',
    occupation: 'welder',
    skills: ['weld'],
    deadline: '2026-11-23',
    publishedOn: '2026-10-01',
  }
  expect(isPostChosen(select('measure=posts'), post)).toBe(true)
  expect(isPostChosen(select('measure=posts'), { ...post, deadline: '2026-11-22' })).toBe(false)
  expect(isPostChosen(select('measure=posts&time=2026-Q4'), post)).toBe(true)
  expect(isPostChosen(select('measure=posts&time=2026-Q3'), post)).toBe(false)
  const welders = select('measure=posts', { ...none, occupation: 'baker' as never })
  expect(isPostChosen(welders, post)).toBe(false)
})

test('filters that say nothing of a measure are left out and named', () => {
  const people = select('measure=profiles&size=1&kind=job&time=2026')
  expect(people).toMatchObject({ size: null, period: null, kind: 'job' })
  expect(people.ignored).toEqual(['size', 'time'])
})
