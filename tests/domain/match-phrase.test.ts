import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Line, line, type PhraseKey, phraseKeys } from '#app/domain/match/line.ts'
import {
  apportion,
  bestReasons,
  blockerLines,
  changeLines,
  coverageLine,
  fieldLine,
  greatestGap,
  occupationLine,
  pointsInTenths,
  skillLine,
  wholePoints,
} from '#app/domain/match/phrase.ts'
import { conditionLine } from '#app/domain/match/phrase-conditions.ts'
import { locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { explainInWords, summarise } from '#app/routes/match/match-words.ts'
import { say, sayMonths, type Wording } from '#app/routes/match/say.ts'
import type { ConditionFacts, Explanation } from '#search/matching/explain.ts'
import { explainMatch } from '#search/matching/explain.ts'
import { randomFrom, seededCorpus, seededTaxonomy } from '#tests/search/corpus.ts'

const wordings: Wording[] = locales.map((locale) => ({
  t: translator(locale),
  locale,
  label: (uri) => `«${uri}»`,
}))
const [french] = wordings as [Wording, ...Wording[]]

const pay = { min: 150_000, max: 200_000, currency: 'XOF', period: 'month' } as const
const wantedPay = { amount: 180_000, currency: 'XOF', period: 'month' } as const
const distance = { kind: 'distance', km: 12, radiusKm: 25, remote: false, relocate: false } as const

const conditions: [PhraseKey, ConditionFacts, string][] = [
  ['condition.language', { kind: 'language', code: 'en', asked: 4, has: 7 }, 'met'],
  ['condition.languageMissing', { kind: 'language', code: 'dyu', asked: 2, has: null }, 'partly'],
  ['condition.experience', { kind: 'experience', askedMonths: 24, hasMonths: 18 }, 'partly'],
  ['condition.experienceNone', { kind: 'experience', askedMonths: 12, hasMonths: 0 }, 'partly'],
  ['condition.education', { kind: 'education', asked: 5, has: 6 }, 'met'],
  ['condition.educationUnknown', { kind: 'education', asked: 5, has: null }, 'unknown'],
  ['condition.remote', { ...distance, remote: true }, 'met'],
  ['condition.samePlace', { ...distance, km: 0.2 }, 'met'],
  ['condition.distance', distance, 'met'],
  ['condition.relocate', { ...distance, km: 300, relocate: true }, 'not'],
  ['condition.distanceUnknown', { ...distance, km: null }, 'unknown'],
  ['condition.startMet', { kind: 'start', start: '2026-12-01', availableFrom: null }, 'met'],
  [
    'condition.startLate',
    { kind: 'start', start: '2026-12-01', availableFrom: '2027-02-01' },
    'partly',
  ],
  ['condition.payStated', { kind: 'pay', offered: pay, wanted: null }, 'met'],
  ['condition.payMet', { kind: 'pay', offered: pay, wanted: wantedPay }, 'met'],
  ['condition.payBelow', { kind: 'pay', offered: pay, wanted: wantedPay }, 'partly'],
  ['condition.payUnknown', { kind: 'pay', offered: pay, wanted: wantedPay }, 'unknown'],
]

function everySentence(line: Line): string[] {
  return wordings.map((wording) => {
    const sentence = say(line, wording)
    expect(sentence).not.toMatch(/\{\{|undefined|NaN|null/)
    expect(sentence.length).toBeGreaterThan(2)
    return sentence
  })
}

test('every message is there in three languages', () => {
  const values: Line['values'] = {
    wanted: { concept: 'a' },
    has: { concept: 'b' },
    skill: { concept: 'c' },
    language: { language: 'fr' },
    asked: { cefr: 4 },
    km: { km: 12.4 },
    start: { day: '2026-12-01' },
    from: { day: '2027-01-01' },
    pay: { pay },
    licence: { licence: 'forklift' },
    held: { number: 7 },
    near: { number: 1 },
    total: { number: 9 },
  }
  for (const key of phraseKeys) everySentence({ key, values })
})

test('what is covered counts what is held, and names stand in quotes', () => {
  const { opportunities, profiles } = seededCorpus(3, { profiles: 1, opportunities: 1 })
  const [need] = opportunities
  const [offer] = profiles
  if (!need || !offer) throw new Error('an empty corpus')
  const sample = explainMatch(seededTaxonomy(3), need, offer)
  const said = (matched: number, near: number, wording: Wording | undefined = french) =>
    summarise(
      { ...sample, coverage: { basis: 'essential', share: 0.5, matched, near, total: 11 } },
      wording,
    ).coverage
  expect([0, 1, 8].map((held) => said(held, 0))).toEqual([
    '0 compétence essentielle sur 11',
    '1 compétence essentielle sur 11',
    '8 compétences essentielles sur 11',
  ])
  expect(said(8, 2)).toBe('8 compétences essentielles sur 11, 2 autres proches')
  const [, english, arabic] = wordings
  expect(said(1, 1, english)).toBe('1 essential skill out of 11, 1 other close')
  expect([0, 1, 2, 3, 11].map((held) => said(held, 0, arabic))).toEqual([
    'لا مهارة أساسية من 11',
    'مهارة أساسية واحدة من 11',
    'مهارتان أساسيتان من 11',
    '3 مهارات أساسية من 11',
    '11 مهارة أساسية من 11',
  ])
  const near = line('reason.nearSkill', { wanted: { concept: 'a' }, has: { concept: 'b' } })
  const quoted = { ...french, label: (uri: string) => `outil ${uri}` }
  expect(say(near, quoted).replaceAll('\u00a0', ' ')).toBe('« Outil b » : proche de « outil a »')
})

describe('conditions', () => {
  test.each(conditions)('%s', (key, facts, state) => {
    const line = conditionLine(facts, state)
    expect(line.key).toBe(key)
    everySentence(line)
  })

  test('what somebody hopes to earn is never said', () => {
    for (const [, facts, state] of conditions) {
      if (facts.kind !== 'pay') continue
      for (const sentence of everySentence(conditionLine(facts, state))) {
        expect(sentence).not.toMatch(/180/)
      }
    }
  })

  test('are read as French is', () => {
    const said = conditions.map(([, facts, state]) => say(conditionLine(facts, state), french))
    expect(said.slice(0, 4)).toEqual([
      'Anglais : niveau langue maternelle, demandé B2',
      'Dioula : niveau A2 souhaité, langue absente du profil',
      'Expérience : 1 an et 6 mois, demandé 2 ans',
      'Expérience : aucune indiquée, demandé 1 an',
    ])
  })
})

test('durations are years and months', () => {
  const said = (months: number) => sayMonths(months, french.t, french.locale)
  expect([0, 5, 12, 30].map(said)).toEqual(['0 mois', '5 mois', '1 an', '2 ans et 6 mois'])
})

test('shares are whole numbers that sum to the whole', () => {
  expect(apportion([1.5, 1.5, 1])).toEqual([2, 1, 1])
  expect(apportion([0.4, 0.4, 0.4])).toEqual([1, 0, 0])
  expect(apportion([3.3, 0, 3.3], 7)).toEqual([4, 0, 3])
  expect(apportion([])).toEqual([])
})

test('the field is said in three steps', () => {
  const said = (cosine: number) => fieldLine({ field: { cosine, points: 0.1 } } as Explanation)?.key
  expect([0, 0.3, 0.9].map(said)).toEqual(['field.far', 'field.related', 'field.close'])
  expect(fieldLine({ field: null } as Explanation)).toBeNull()
})

/** Pairs of a seeded corpus, explained. */
function explanations(seed: number): Explanation[] {
  const taxonomy = seededTaxonomy(seed)
  const random = randomFrom(seed)
  const corpus = seededCorpus(seed, { profiles: 8, opportunities: 8 })
  return corpus.opportunities.map((need) =>
    explainMatch(taxonomy, need, random.pick(corpus.profiles)),
  )
}

const seeds = fc.integer({ min: 1, max: 100_000 })

describe('any explanation', () => {
  test.prop([seeds], { numRuns: 60 })('is said whole, in three languages', (seed) => {
    for (const explanation of explanations(seed)) {
      for (const wording of wordings) {
        const said = JSON.stringify(explainInWords(explanation, wording))
        expect(said).not.toMatch(/\{\{|undefined|NaN/)
      }
    }
  })

  test.prop([seeds], { numRuns: 60 })('has points that add up to the last digit', (seed) => {
    for (const explanation of explanations(seed)) {
      const { total, parts, skills, conditions } = pointsInTenths(explanation)
      const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
      const of = (wanted: string) => parts.find(({ part }) => part === wanted)?.tenths
      expect(total).toBe(Math.round(1000 * explanation.unblockedScore))
      expect(sum(parts.map((one) => one.tenths))).toBe(total)
      expect(sum(skills)).toBe(of('skills'))
      expect(sum(conditions)).toBe(of('conditions'))
      const told = [...skills, ...conditions]
      const exact = [...explanation.skills, ...explanation.conditions]
      expect(told.length).toBe(exact.length)
      told.forEach((tenths, at) => {
        expect(Math.abs(tenths - 1000 * (exact[at]?.points ?? 0))).toBeLessThanOrEqual(1 + 1e-9)
      })
      expect(wholePoints(explanation)).toBe(Math.round(100 * explanation.unblockedScore))
    }
  })

  test.prop([seeds], { numRuns: 20 })('says on its page what sums to the total there', (seed) => {
    const figure = (text: string | null) =>
      text === null ? 0 : Math.round(10 * Number(/[\d,]+/.exec(text)?.[0].replace(',', '.')))
    for (const explanation of explanations(seed)) {
      const said = explainInWords(explanation, french)
      const lines = [...said.essential, ...said.useful, ...said.conditions]
      const single = [said.occupation, said.field].map((one) => figure(one?.points ?? null))
      const sum = [...lines.map((one) => figure(one.points)), ...single].reduce((a, b) => a + b, 0)
      expect(sum).toBe(figure(said.total.replace('Au total : ', '')))
    }
  })

  test('tells nobody to go to trouble for nothing', () => {
    for (const explanation of explanations(5)) {
      const gains = changeLines(explanation).map((one) => one.points)
      expect(gains.every((gain) => gain === null || gain >= 0.0025)).toBe(true)
    }
  })

  test.prop([seeds], { numRuns: 60 })('has at most three reasons, the best first', (seed) => {
    for (const explanation of explanations(seed)) {
      const reasons = bestReasons(explanation)
      expect(reasons.length).toBeLessThanOrEqual(3)
      // What somebody can do before what surrounds it, each by its points.
      const work = reasons.filter((one) => /^reason\.(skill|near|same|inferred)/.test(one.key))
      expect(reasons.slice(0, work.length)).toEqual(work)
      for (const part of [work, reasons.slice(work.length)]) {
        const points = part.map((one) => one.points ?? 0)
        expect(points).toEqual(points.toSorted((a, b) => b - a))
      }
      for (const line of [
        ...reasons,
        ...blockerLines(explanation),
        ...changeLines(explanation),
        coverageLine(explanation),
        greatestGap(explanation),
        occupationLine(explanation),
        ...explanation.skills.map(skillLine),
      ]) {
        if (line) expect(phraseKeys).toContain(line.key)
      }
    }
  })

  test('meets every kind of reason somewhere', () => {
    const met = new Set<string>()
    for (let seed = 1; seed < 200; seed++) {
      for (const explanation of explanations(seed)) {
        for (const line of [
          ...bestReasons(explanation, 20),
          ...blockerLines(explanation),
          ...changeLines(explanation),
          coverageLine(explanation),
          greatestGap(explanation),
        ]) {
          if (line) met.add(line.key)
        }
      }
    }
    const reachable = phraseKeys.filter((key) =>
      /^(reason\.(skill|near|same)|change|blocker)/.test(key),
    )
    expect(reachable.filter((key) => !met.has(key))).toEqual([])
  })
})
