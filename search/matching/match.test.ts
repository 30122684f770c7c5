import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  fieldTaxonomy,
  opportunityWith,
  profileWith,
  randomFrom,
  seededOpportunity,
  seededProfile,
  seededTaxonomy,
  skillUri,
} from '../../tests/search/corpus.ts'
import type { Offer } from '../documents/profile.ts'
import { bandOf } from './band.ts'
import { explainMatch } from './explain.ts'
import { fieldScore } from './field.ts'
import { type Match, scoreMatch, scorePrepared, weightsFor } from './match.ts'
import { prepareNeed, prepareOffer } from './prepare.ts'
import { creditsByPairs, skillScore } from './skill-score.ts'

const taxonomy = seededTaxonomy(77)
/** The same with latent vectors: FIELD counts. */
const withVectors = fieldTaxonomy(77)
const seeds = fc.integer({ min: 1, max: 1_000_000 })
const pairOf = (seed: number) => {
  const random = randomFrom(seed)
  return { need: seededOpportunity(random, 1), offer: seededProfile(random, 1) }
}
/** A pair that no hard condition excludes. */
const openPairOf = (seed: number) => {
  const { need, offer } = pairOf(seed)
  return {
    need: {
      ...need,
      status: 'open' as const,
      country: 'CI',
      licences: [],
      languages: need.languages.map((l) => ({ ...l, required: false })),
    },
    offer: {
      ...offer,
      status: 'active' as const,
      country: 'CI',
      kinds: [],
      contracts: [],
      radiusKm: null,
      blockedCompanyIds: [],
    },
  }
}
const sum = (points: readonly { readonly points: number }[]) =>
  points.reduce((total, one) => total + one.points, 0)

describe.each([
  ['without latent vectors', taxonomy],
  ['with latent vectors', withVectors],
] as const)('a score %s', (_, taxonomy) => {
  const withoutField = ({ score, parts }: Match) => score - parts.field

  test.prop([seeds])('is between 0 and 1, and its parts sum to it', (seed) => {
    const { need, offer } = pairOf(seed)
    const { score, parts, unblockedScore } = scoreMatch(taxonomy, need, offer)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(unblockedScore).toBeLessThanOrEqual(1)
    expect(parts.skills + parts.field + parts.occupation + parts.conditions).toBeCloseTo(score, 9)
  })

  test.prop([seeds])('is explained by terms that sum to it', (seed) => {
    const { need, offer } = pairOf(seed)
    const told = explainMatch(taxonomy, need, offer)
    const total =
      sum(told.skills) +
      sum(told.conditions) +
      (told.occupation?.points ?? 0) +
      (told.field?.points ?? 0)
    expect(Math.abs(total - told.unblockedScore)).toBeLessThan(1e-9)
    if (told.blockers.length === 0) {
      expect(Math.abs(sum(told.skills) - told.parts.skills)).toBeLessThan(1e-9)
      expect(Math.abs(sum(told.conditions) - told.parts.conditions)).toBeLessThan(1e-9)
    }
  })

  test.prop([seeds])('is 0 when blocked, whatever the fit', (seed) => {
    const { need } = openPairOf(seed)
    const perfect = profileWith('p', {
      skills: need.skills.map(({ uri }) => ({ uri, level: 4, evidence: 'assessed' })),
      blockedCompanyIds: [need.companyId],
    })
    const match = scoreMatch(taxonomy, need, perfect)
    expect(match.score).toBe(0)
    expect(match.blockers).toContain('blocked-company')
  })

  const added = fc.integer({ min: 0, max: 199 })
  test.prop([seeds, added])(
    'adding a skill never lowers SKILL, the coverage or the band',
    (seed, at) => {
      const { need, offer } = openPairOf(seed)
      const more = withSkill(offer, at)
      const before = explainMatch(taxonomy, need, offer)
      const after = explainMatch(taxonomy, need, more)
      expect(after.parts.skills).toBeGreaterThanOrEqual(before.parts.skills)
      if (before.coverage.basis !== 'occupation') {
        expect(after.coverage.share).toBeGreaterThanOrEqual(before.coverage.share)
      }
    },
  )

  test.prop([seeds, added])(
    'adding a skill never lowers a score, FIELD and the guess of occupation aside',
    (seed, at) => {
      const { need, offer } = openPairOf(seed)
      const wanted = prepareNeed(taxonomy, need)
      const before = prepareOffer(taxonomy, offer)
      const after = prepareOffer(taxonomy, withSkill(offer, at), before.inferred)
      const gained =
        withoutField(scorePrepared(taxonomy, wanted, after)) -
        withoutField(scorePrepared(taxonomy, wanted, before))
      expect(gained).toBeGreaterThan(-1e-12)
    },
  )

  test.prop([seeds, added])(
    'adding a skill never lowers the score of the declared occupation, FIELD aside',
    (seed, at) => {
      const { need, offer } = openPairOf(seed)
      if (!need.occupation) return
      const declared = { ...offer, occupations: [{ ...need.occupation, months: 12, labels: '' }] }
      const before = withoutField(scoreMatch(taxonomy, need, declared))
      const after = withoutField(scoreMatch(taxonomy, need, withSkill(declared, at)))
      expect(after - before).toBeGreaterThan(-1e-12)
    },
  )

  test.prop([seeds])('better evidence never lowers it', (seed) => {
    const { need, offer } = openPairOf(seed)
    const certified = offer.skills.map((skill) => ({ ...skill, evidence: 'certified' as const }))
    const after = scoreMatch(taxonomy, need, { ...offer, skills: certified }).score
    expect(after).toBeGreaterThanOrEqual(scoreMatch(taxonomy, need, offer).score)
  })

  test.prop([seeds])('no part is under 0 or over its weight', (seed) => {
    const { need, offer } = openPairOf(seed)
    const weights = weightsFor(taxonomy, prepareNeed(taxonomy, need))
    const { parts } = scoreMatch(taxonomy, need, offer)
    for (const [part, most] of [
      [parts.skills, weights.skill],
      [parts.field, weights.field],
      [parts.occupation, weights.occupation],
      [parts.conditions, weights.conditions],
    ] as const) {
      expect(part).toBeGreaterThanOrEqual(0)
      expect(part).toBeLessThanOrEqual(most + 1e-12)
    }
  })

  test('follows the formula, computed by hand', () => {
    const need = opportunityWith('o', {
      skills: [
        { uri: skillUri(1), essential: true },
        { uri: skillUri(60), essential: false },
      ],
    })
    const offer = profileWith('p', {
      skills: [{ uri: skillUri(1), level: 2, evidence: 'employer' }],
    })
    const w = (at: number) => taxonomy.weight(taxonomy.skill(skillUri(at)))
    // Two skills are worth less than the least that counts.
    expect(2 * w(1) + w(60)).toBeLessThan(40)
    const skill = (2 * w(1) * 0.97) / 40
    // The opportunity states no condition: FIT alone.
    const { score, parts } = scoreMatch(taxonomy, need, offer)
    if (taxonomy.fieldDimensions === 0) expect(score).toBeCloseTo(0.88 * skill, 12)
    else {
      const [wanted, held] = [prepareNeed(taxonomy, need), prepareOffer(taxonomy, offer)]
      const cosine = fieldScore(wanted.field, held.field)
      expect(cosine).toBeGreaterThan(0)
      expect(parts.field).toBeCloseTo(0.1 * cosine, 12)
      expect(score).toBeCloseTo(0.78 * skill + 0.1 * cosine, 12)
    }
  })
})

describe('near skills', () => {
  test.prop([fc.integer({ min: 0, max: 199 }), fc.integer({ min: 0, max: 199 })])(
    'earn 1 for the same and 0.02 to 0.4 for others, both ways or neither',
    (a, b) => {
      const [x, y] = [taxonomy.skill(skillUri(a)), taxonomy.skill(skillUri(b))]
      const { credit, relation } = taxonomy.credit(x, y)
      if (x === y) expect(credit).toBe(1)
      else {
        expect(credit === 0 || (credit >= 0.02 && credit <= 0.4)).toBe(true)
        if (relation === 'sibling') expect(credit).toBeLessThanOrEqual(0.3)
        const back = taxonomy.credit(y, x)
        if (relation === 'parent') expect(['child', 'sibling', null]).toContain(back.relation)
      }
      expect(taxonomy.near(x).skills.includes(y)).toBe(credit > 0)
      expect(taxonomy.wantedNear(y).skills.includes(x)).toBe(credit > 0)
    },
  )

  test('a skill nobody knows matches itself only', () => {
    const [x, y] = [taxonomy.skill('unheard:1'), taxonomy.skill('unheard:2')]
    expect(taxonomy.credit(x, x).credit).toBe(1)
    expect(taxonomy.credit(x, y).credit).toBe(0)
    expect(taxonomy.weight(x)).toBeCloseTo(Math.log(1 + taxonomy.occupationCount), 12)
  })
})

describe('what is shown', () => {
  const held = (at: number) => ({ uri: skillUri(at), level: 3, evidence: 'certified' }) as const
  const offer = profileWith('p', { skills: [held(1), held(2), held(90)] })

  test('bands follow the essential skills', () => {
    const need = opportunityWith('o', {
      skills: [1, 2, 90].map((at) => ({ uri: skillUri(at), essential: true })),
    })
    expect(explainMatch(taxonomy, need, offer)).toMatchObject({
      band: 'strong',
      coverage: { basis: 'essential', matched: 3, near: 0, total: 3 },
    })
    expect(explainMatch(taxonomy, need, profileWith('q')).band).toBe('weak')
  })

  test('without essential skills all count; without skills the occupation; else no band', () => {
    const useful = opportunityWith('o', { skills: [{ uri: skillUri(1), essential: false }] })
    const told = explainMatch(taxonomy, useful, offer)
    expect(told.coverage.basis).toBe('all-skills')
    expect(told.score).toBeGreaterThan(0)
    const occupation = { uri: 'occupation:3', isco08: '1411' }
    const worker = profileWith('w', { occupations: [{ ...occupation, months: 5, labels: '' }] })
    const bare = explainMatch(taxonomy, opportunityWith('o', { occupation }), worker)
    expect(bare).toMatchObject({ band: 'good', coverage: { basis: 'occupation', total: 0 } })
    expect(bare.score).toBeCloseTo(0.3, 9)
    const nothing = explainMatch(taxonomy, opportunityWith('o'), offer)
    expect(nothing).toMatchObject({ band: null, coverage: { basis: 'nothing' } })
    expect(bandOf({ basis: 'all-skills', share: 0.5, matched: 1, near: 0, total: 2 })).toBe('good')
  })

  test('what would change it: the missing skill of most gain, and a language one level short', () => {
    const need = opportunityWith('o', {
      skills: [
        { uri: skillUri(1), essential: true },
        { uri: skillUri(150), essential: true },
        { uri: skillUri(170), essential: false },
      ],
      languages: [{ code: 'en', level: 3, required: true }],
    })
    const speaker = { ...offer, languages: [{ code: 'en', level: 2 as const }] }
    const { changes, blockers } = explainMatch(taxonomy, need, speaker)
    expect(blockers).toEqual(['language'])
    expect(changes[0]).toMatchObject({ change: 'language', code: 'en', asked: 3 })
    expect(changes[1]).toMatchObject({ change: 'skill', uri: skillUri(150), essential: true })
    const gained = withSkill({ ...speaker, languages: [{ code: 'en', level: 3 }] }, 150)
    const before = explainMatch(taxonomy, need, speaker)
    const after = explainMatch(taxonomy, need, gained)
    const gain = after.unblockedScore - before.unblockedScore
    expect(gain).toBeCloseTo(changes[1]?.gain ?? 0, 9)
  })

  test('a condition says what was asked, what there is and what it brings', () => {
    const need = opportunityWith('o', {
      skills: [{ uri: skillUri(1), essential: true }],
      experienceMonths: 48,
      education: 5,
      languages: [{ code: 'fr', level: 4, required: false }],
    })
    const person = {
      ...offer,
      experienceMonths: 24,
      languages: [{ code: 'fr', level: 5 as const }],
    }
    const { conditions, parts } = explainMatch(taxonomy, need, person)
    expect(conditions.map(({ facts, state, value }) => [facts.kind, state, value])).toEqual([
      ['language', 'met', 1],
      ['experience', 'partly', 0.75],
      ['education', 'unknown', 0.5],
    ])
    expect(parts.conditions).toBeCloseTo((0.25 * (1 + 0.75 + 0.5)) / 3, 12)
  })
})

describe('the length of an advert', () => {
  /** SKILL of somebody who holds, certified, the first so many of the skills that an advert asks. */
  const skillOf = (asked: number, held: number) => {
    const uris = Array.from({ length: asked }, (_, at) => skillUri(at))
    const skills = uris.map((uri) => ({ uri, essential: true }))
    const need = prepareNeed(taxonomy, opportunityWith('o', { skills }))
    const offer = profileWith('p', {
      skills: uris.slice(0, held).map((uri) => ({ uri, level: 4, evidence: 'assessed' })),
    })
    return skillScore(need, creditsByPairs(taxonomy, need, prepareOffer(taxonomy, offer)))
  }

  test('is no matter for those that say what they need', () => {
    expect(skillOf(30, 30)).toBeCloseTo(1, 12)
    expect(skillOf(12, 12)).toBeCloseTo(1, 12)
  })

  test('keeps one that names two skills under a long one nearly met', () => {
    expect(skillOf(2, 2)).toBeLessThan(0.75)
    expect(skillOf(2, 2)).toBeLessThan(skillOf(12, 10))
  })
})

function withSkill<O extends Offer>(offer: O, at: number): O {
  const uri = skillUri(at)
  if (offer.skills.some((skill) => skill.uri === uri)) return offer
  return { ...offer, skills: [...offer.skills, { uri, level: 2, evidence: 'self' }] }
}
