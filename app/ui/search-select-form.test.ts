import { expect, test } from 'vitest'
import { readSearchSelect } from './search-select-form.ts'

const read = (query: string, single = false) =>
  readSearchSelect(new URLSearchParams(query), 'skill', { single })

test('the chosen values come back as sent, once each', () => {
  expect(read('skill=a&skill=b&skill=a&skill=')).toEqual({
    query: '',
    chosen: ['a', 'b'],
    asked: false,
  })
})

test('adding applies and clears the query', () => {
  expect(read('skill=a&skill-query=weld&skill-add=b')).toEqual({
    query: '',
    chosen: ['a', 'b'],
    asked: true,
  })
})

test('removing applies and keeps the query', () => {
  expect(read('skill=a&skill=b&skill-query=we&skill-remove=a')).toEqual({
    query: 'we',
    chosen: ['b'],
    asked: true,
  })
})

test('a query left unsearched asks for its results, so that nothing typed is lost', () => {
  expect(read('skill-query=+weld+')).toMatchObject({ query: 'weld', asked: true })
  expect(read('skill-query=&skill-search=')).toMatchObject({ query: '', asked: true })
})

test('a single picker keeps the last choice', () => {
  expect(read('skill=a&skill-add=b', true).chosen).toEqual(['b'])
})
