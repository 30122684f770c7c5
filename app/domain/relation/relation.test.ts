import { describe, expect, test } from 'vitest'
import {
  addDays,
  engagementKinds,
  isMendable,
  outcomes,
  quarterEnd,
  quarterOf,
  quartersFrom,
  stages,
  workingDay,
} from './relation.ts'
import { proposalsAfter, stageAfter } from './stage-rules.ts'

describe('the stage of a relation', () => {
  test.each([
    ['prospect', 'call', 'reached', 'contacted'],
    ['prospect', 'call', 'no-answer', 'prospect'],
    ['prospect', 'mail', 'interested', 'contacted'],
    ['prospect', 'visit', 'reached', 'met'],
    ['contacted', 'event', 'interested', 'met'],
    ['contacted', 'visit', 'refused', 'met'],
    ['contacted', 'visit', 'no-answer', 'contacted'],
    ['met', 'call', 'reached', 'met'],
    ['onboarded', 'visit', 'promised', 'onboarded'],
    ['active', 'call', 'refused', 'active'],
    ['dormant', 'call', 'reached', 'contacted'],
    ['dormant', 'call', 'no-answer', 'dormant'],
  ] as const)('%s, %s: %s gives %s', (stage, kind, outcome, next) => {
    expect(stageAfter(stage, { what: 'logged', kind, outcome })).toBe(next)
  })

  test('a promise, a verification and a kept promise lift it', () => {
    expect(stageAfter('prospect', { what: 'committed' })).toBe('met')
    expect(stageAfter('onboarded', { what: 'committed' })).toBe('onboarded')
    expect(stageAfter('met', { what: 'verified' })).toBe('onboarded')
    expect(stageAfter('active', { what: 'verified' })).toBe('active')
    expect(stageAfter('dormant', { what: 'kept' })).toBe('active')
  })

  test('never goes back by itself', () => {
    const height = (stage: string) => stages.indexOf(stage as (typeof stages)[number])
    for (const stage of stages.filter((one) => one !== 'dormant'))
      for (const kind of engagementKinds)
        for (const outcome of outcomes) {
          const next = stageAfter(stage, { what: 'logged', kind, outcome })
          expect(height(next)).toBeGreaterThanOrEqual(height(stage))
        }
  })
})

test('something is proposed after every contact, and no visit after a visit', () => {
  for (const kind of engagementKinds)
    for (const outcome of outcomes) expect(proposalsAfter(kind, outcome).length).toBeGreaterThan(0)
  expect(proposalsAfter('visit', 'interested').map((one) => one.task)).toEqual(['send-offer'])
  expect(proposalsAfter('call', 'no-answer')[0]).toEqual({ task: 'call-again', inDays: 2 })
})

test('what falls on a weekend waits for Monday', () => {
  expect(workingDay('2026-11-27')).toBe('2026-11-27')
  expect(workingDay('2026-11-28')).toBe('2026-11-30')
  expect(workingDay('2026-11-29')).toBe('2026-11-30')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
})

test('quarters', () => {
  expect(quarterOf('2026-11-23')).toBe('2026-Q4')
  expect(quartersFrom('2026-11-23', 3)).toEqual(['2026-Q4', '2027-Q1', '2027-Q2'])
  expect(quarterEnd('2027-Q1')).toBe('2027-03-31')
  expect(quarterEnd('2028-Q4')).toBe('2028-12-31')
})

test('an entry may be mended by its author for a day', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  const entry = { author_id: 'me', created_at: '2026-11-22T09:00:00Z' }
  expect(isMendable(entry, 'me', now)).toBe(true)
  expect(isMendable(entry, 'you', now)).toBe(false)
  expect(isMendable({ ...entry, created_at: '2026-11-22T08:59:59Z' }, 'me', now)).toBe(false)
})
