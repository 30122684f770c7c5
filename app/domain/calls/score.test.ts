import { describe, expect, test } from 'vitest'
import {
  type CallFacts,
  mostPoints,
  replyRate,
  type ScoreTerm,
  scoreCall,
  scoreTerms,
} from './score.ts'

/** A small firm that nobody has called, with nothing that speaks for it. */
const plain: CallFacts = {
  fitting: 0,
  staff: 1,
  sectorFirms: 0,
  sectorPublished: 0,
  hasOpening: true,
  contacts: 0,
  replies: 0,
  allContacts: 0,
  allReplies: 0,
  commitmentDueIn: null,
  intentionIn: null,
  sinceContact: 14,
  stage: 'prospect',
  suggestedAgo: [],
}
const term = (name: ScoreTerm, facts: Partial<CallFacts>) =>
  scoreCall({ ...plain, ...facts }).terms[name]

test('the parts sum to the score, and the best of all has 100', () => {
  const best: CallFacts = {
    ...plain,
    fitting: 100_000,
    staff: 250,
    sectorFirms: 1e9,
    sectorPublished: 1e9,
    hasOpening: false,
    contacts: 1e9,
    replies: 1e9,
    allContacts: 1e9,
    allReplies: 1e9,
    commitmentDueIn: -3,
    intentionIn: 0,
    sinceContact: 400,
    stage: 'met',
  }
  expect(scoreCall(best).total).toBe(100)
  expect(Object.values(mostPoints).reduce((sum, one) => sum + one)).toBe(100)
  for (const facts of [
    plain,
    best,
    { ...plain, suggestedAgo: [1, 2, 9], fitting: 3.7, staff: 7 },
  ]) {
    const { total, terms } = scoreCall(facts)
    const sum = scoreTerms.reduce((all, name) => all + terms[name], 0)
    expect(total).toBeCloseTo(sum, 10)
  }
})

describe('each part', () => {
  test('people count a head of staff, the first ones most, and not beyond twenty a head', () => {
    expect(term('people', { fitting: 0 })).toBe(0)
    const [few, more, many] = [10, 20, 30].map((fitting) => term('people', { fitting, staff: 10 }))
    expect((more ?? 0) - (few ?? 0)).toBeGreaterThan((many ?? 0) - (more ?? 0))
    expect(term('people', { fitting: 40, staff: 40 })).toBe(few)
    expect(term('people', { fitting: 100, staff: 5 })).toBe(21)
    expect(term('people', { fitting: 9000, staff: 5 })).toBe(21)
    // One person alone has no more use for them than five have.
    expect(term('people', { fitting: 60, staff: 1 })).toBe(
      term('people', { fitting: 60, staff: 5 }),
    )
  })

  test('fewer than five people give the same points: their number cannot be worked out', () => {
    const [one, two, four] = [1, 2, 4.9].map((fitting) => term('people', { fitting }))
    expect([two, four]).toEqual([one, one])
    expect(term('people', { fitting: 5 })).toBeGreaterThan(one ?? 0)
  })

  test('size grows by the logarithm up to 250', () => {
    expect(term('size', { staff: 0 })).toBe(0)
    expect(term('size', { staff: 16 })).toBeCloseTo(6, 0)
    expect(term('size', { staff: 5000 })).toBe(12)
  })

  test('a sector is known by firms that published, and a sector of one firm hardly', () => {
    expect(term('sector', { sectorFirms: 0 })).toBe(0.5)
    expect(term('sector', { sectorFirms: 1, sectorPublished: 1 })).toBe(0.9)
    expect(term('sector', { sectorFirms: 190, sectorPublished: 100 })).toBe(2.5)
  })

  test('an open opportunity leaves less to ask for', () => {
    expect(term('opening', { hasOpening: true })).toBe(0)
    expect(term('opening', { hasOpening: false })).toBe(10)
  })

  test('answers: one missed call does not make a firm unreachable', () => {
    const all = { allContacts: 98, allReplies: 49 }
    expect(replyRate({ ...all, contacts: 0, replies: 0 })).toBeCloseTo(0.5)
    expect(replyRate({ ...all, contacts: 1, replies: 0 })).toBeCloseTo(1 / 3)
    expect(replyRate({ ...all, contacts: 8, replies: 8 })).toBeCloseTo(0.9)
    expect(replyRate({ allContacts: 0, allReplies: 0, contacts: 0, replies: 0 })).toBe(0.5)
    expect(term('answers', { ...all, contacts: 8, replies: 8 })).toBe(13.5)
  })

  test('a promise counts from ninety days before, fully when it is due', () => {
    expect(term('commitment', { commitmentDueIn: null })).toBe(0)
    expect(term('commitment', { commitmentDueIn: 90 })).toBe(0)
    expect(term('commitment', { commitmentDueIn: 45 })).toBe(7.5)
    expect(term('commitment', { commitmentDueIn: 0 })).toBe(15)
    expect(term('commitment', { commitmentDueIn: -10 })).toBe(15)
  })

  test('hires expected this quarter come before those of the next', () => {
    expect([null, 1, 0].map((intentionIn) => term('intention', { intentionIn }))).toEqual([
      0, 7.5, 10,
    ])
  })

  test('the longer ago the last contact, the more', () => {
    expect(
      [14, 97, 180, 900, null].map((sinceContact) => term('contact', { sinceContact })),
    ).toEqual([0, 4, 8, 8, 6.4])
  })

  test('who is known and not yet at work is nearest to a post', () => {
    expect(term('stage', { stage: 'met' })).toBe(4)
    expect(term('stage', { stage: 'active' })).toBe(1)
  })

  test('standing on the list in vain takes away, and is forgotten by half in two weeks', () => {
    expect(term('exposure', { suggestedAgo: [0] })).toBe(-12)
    expect(term('exposure', { suggestedAgo: [14] })).toBe(-6)
    expect(term('exposure', { suggestedAgo: [1, 2, 3, 4, 5, 6] })).toBe(-36)
  })
})
