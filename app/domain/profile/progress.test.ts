import { describe, expect, test } from 'vitest'
import {
  completeness,
  missingToPublish,
  nextStep,
  type ProfileFacts,
  stepsDone,
} from './progress.ts'

const empty: ProfileFacts = {
  status: 'draft',
  confirmed: true,
  experiences: 0,
  skills: 0,
  languages: 0,
  education: false,
  place: false,
  kinds: 0,
  identity: false,
}
const full: ProfileFacts = {
  ...empty,
  experiences: 1,
  skills: 4,
  languages: 2,
  education: true,
  place: true,
  kinds: 1,
  identity: true,
}

describe('what is missing', () => {
  test('an empty profile lacks everything that matters', () => {
    expect(missingToPublish(empty)).toEqual(['experience', 'place', 'wishes', 'identity'])
  })
  test('three skills stand for an experience, two do not', () => {
    expect(missingToPublish({ ...full, experiences: 0, skills: 3 })).toEqual([])
    expect(missingToPublish({ ...full, experiences: 0, skills: 2 })).toEqual(['experience'])
  })
  test('languages and studies are welcome but not asked', () => {
    expect(missingToPublish({ ...full, languages: 0, education: false })).toEqual([])
  })
  test('a profile entered by somebody else waits for its person', () => {
    expect(missingToPublish({ ...full, confirmed: false })).toEqual(['confirmation'])
  })
})

test('the next step is what is missing, then to be seen, then work', () => {
  expect(nextStep(empty)).toBe('experience')
  expect(nextStep({ ...full, place: false })).toBe('place')
  expect(nextStep({ ...full, skills: 0 })).toBe('skills')
  expect(nextStep(full)).toBe('publish')
  expect(nextStep({ ...full, status: 'paused' })).toBe('resume')
  expect(nextStep({ ...full, status: 'published' })).toBe('matches')
})

test('steps done and completeness go together', () => {
  expect(stepsDone(empty)).toEqual([])
  expect(completeness(empty)).toBe(0)
  expect(stepsDone({ ...full, education: false })).not.toContain('education')
  expect(completeness({ ...full, education: false })).toBe(86)
  expect(completeness(full)).toBe(100)
})
