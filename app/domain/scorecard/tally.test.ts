import { expect, test } from 'vitest'
import { type ScoredFirm, type ScoreFacts, tally } from './tally.ts'

const firm = (id: string, given: Partial<ScoredFirm> = {}): ScoredFirm => ({
  id,
  stage: 'prospect',
  stageSince: null,
  ownerId: null,
  unit: 'CI-AB',
  section: 'C',
  sector: '25',
  ...given,
})

const people = (...ids: string[]) => ({
  count: ids.length,
  first: ids[0] ?? '',
  last: ids.at(-1) ?? '',
})

const facts: ScoreFacts = {
  firms: [
    firm('a', { stage: 'onboarded', stageSince: '2026-05-04', ownerId: 'awa' }),
    firm('b', { stage: 'active', stageSince: '2025-12-31', unit: 'CI-VB' }),
    firm('c', { unit: 'CI-VB', ownerId: 'awa' }),
  ],
  contacts: [
    { companyId: 'a', onDay: '2026-04-02', answered: false, authorId: 'awa' },
    { companyId: 'a', onDay: '2026-06-30', answered: true, authorId: 'awa' },
    { companyId: 'b', onDay: '2026-05-05', answered: false, authorId: 'awa' },
    { companyId: 'c', onDay: '2026-05-05', answered: true, authorId: 'yao' },
    { companyId: 'c', onDay: '2026-07-01', answered: true, authorId: 'awa' },
    { companyId: 'of-others', onDay: '2026-05-05', answered: true, authorId: 'awa' },
  ],
  opportunities: [
    { companyId: 'a', onDay: '2026-04-01' },
    { companyId: 'b', onDay: '2026-06-30' },
    { companyId: 'b', onDay: '2026-03-31' },
  ],
  hires: [
    // Reached three months in the period and goes on.
    { id: '1', companyId: 'a', startedOn: '2026-02-10', endedOn: null },
    // Ended a day before its three months.
    { id: '4', companyId: 'a', startedOn: '2026-02-10', endedOn: '2026-05-09' },
    // Ended on the very day.
    { id: '3', companyId: 'b', startedOn: '2026-02-10', endedOn: '2026-05-10' },
    // Too young to be asked, and counted as a hire of the period.
    { id: '2', companyId: 'b', startedOn: '2026-06-01', endedOn: null },
    // A year in the period.
    { id: '5', companyId: 'c', startedOn: '2025-05-20', endedOn: null },
  ],
}
const period = { from: '2026-04-01', to: '2026-06-30' }

test('counts a chamber’s quarter', () => {
  const { total, byKey } = tally(facts, period, { keyOf: (one) => one.unit })
  expect(total).toEqual({
    firms: 3,
    stages: { prospect: 1, contacted: 0, met: 0, onboarded: 1, active: 1, dormant: 0 },
    working: 2,
    onboarded: 1,
    contacted: 3,
    replied: 2,
    opportunities: 2,
    hires: people('2'),
    retention: {
      3: { of: people('1', '3', '4'), stayed: people('1', '3') },
      6: { of: people(), stayed: people() },
      12: { of: people('5'), stayed: people('5') },
    },
  })
  expect([...byKey.keys()].toSorted()).toEqual(['CI-AB', 'CI-VB'])
  expect(byKey.get('CI-AB')).toMatchObject({ firms: 1, contacted: 1, replied: 1, opportunities: 1 })
  expect(byKey.get('CI-VB')).toMatchObject({ firms: 2, contacted: 2, replied: 1, opportunities: 1 })
})

test('an officer’s card: own firms, and own contacts wherever they were made', () => {
  const { total } = tally(facts, period, { officer: 'awa' })
  expect(total).toMatchObject({
    firms: 2,
    working: 1,
    contacted: 2,
    replied: 1,
    opportunities: 1,
    hires: people(),
    retention: {
      3: { of: people('1', '4'), stayed: people('1') },
      6: { of: people(), stayed: people() },
      12: { of: people('5'), stayed: people('5') },
    },
  })
})
