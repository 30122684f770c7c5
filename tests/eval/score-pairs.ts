import { fieldScore } from '#search/matching/field.ts'
import type { PreparedNeed } from '#search/matching/prepare.ts'
import {
  earnedBy,
  needScorer,
  offerScorer,
  skillScore,
  skillWhole,
} from '#search/matching/skill-score.ts'
import type { Corpus, Postings } from './corpus.ts'

/** The terms of one query against every document of the other side, before any weight. */
export interface Terms {
  readonly skill: Float64Array
  readonly field: Float64Array
  /** SKILL where near skills earn nothing. */
  readonly sameSkills: Float64Array
  /** SKILL without the least that keeps short adverts down. */
  readonly undamped: Float64Array
  readonly overlap: Float64Array
  readonly jaccard: Float64Array
  /** u w(s) of the skills in common, of all that are wanted. */
  readonly coverage: Float64Array
  readonly bm25: Float64Array
  /** Weighted geometric mean of the credit of each wanted skill, 0.01 at least. */
  readonly geometric: Float64Array
}

const LEAST_CREDIT = 0.01
const LOG_LEAST = Math.log(LEAST_CREDIT)
const K1 = 1.2
const B = 0.75

/** Every profile for one job. Pairs without a skill in common or near are scored too: by FIELD. */
export function profilesForJob(corpus: Corpus, at: number): Terms {
  const { taxonomy, offers, offersBySkill } = corpus
  const need = corpus.needs[at] as PreparedNeed
  const terms = emptyTerms(offers.length)
  const touched = new Uint8Array(offers.length)
  countCommon(terms, need.skills, offersBySkill)
  need.skills.forEach((skill, wanted) => {
    for (const offer of offersBySkill.of(skill)) {
      const factor = factorOf(offers[offer], skill)
      terms.sameSkills[offer] = (terms.sameSkills[offer] ?? 0) + factor * (need.values[wanted] ?? 0)
      terms.coverage[offer] = (terms.coverage[offer] ?? 0) + (need.values[wanted] ?? 0)
    }
    for (const near of taxonomy.near(skill).skills) {
      for (const offer of offersBySkill.of(near)) touched[offer] = 1
    }
  })
  const scorer = needScorer(taxonomy, need)
  offers.forEach((offer, place) => {
    finish(terms, place, need, touched[place] ? scorer(offer) : null)
    terms.field[place] = fieldScore(need.field, offer.field)
  })
  return terms
}

/** Every job for one profile. */
export function jobsForProfile(corpus: Corpus, at: number): Terms {
  const { taxonomy, needs, needsBySkill } = corpus
  const offer = corpus.offers[at] as Corpus['offers'][number]
  const terms = emptyTerms(needs.length)
  const touched = new Uint8Array(needs.length)
  countCommon(terms, offer.skills, needsBySkill)
  offer.skills.forEach((skill, held) => {
    for (const place of needsBySkill.of(skill)) {
      const need = needs[place] as PreparedNeed
      const value = need.values[need.skills.indexOf(skill)] ?? 0
      terms.sameSkills[place] = (terms.sameSkills[place] ?? 0) + (offer.factors[held] ?? 0) * value
      terms.coverage[place] = (terms.coverage[place] ?? 0) + value
    }
    for (const wanted of taxonomy.wantedNear(skill).skills) {
      for (const place of needsBySkill.of(wanted)) touched[place] = 1
    }
  })
  const scorer = offerScorer(earnedBy(taxonomy, offer))
  needs.forEach((need, place) => {
    finish(terms, place, need, touched[place] ? scorer(need) : null)
    terms.field[place] = fieldScore(need.field, offer.field)
  })
  return terms
}

/** @param credits null where no skill of the pair is near: everything they would bring is 0 */
function finish(
  terms: Terms,
  place: number,
  need: PreparedNeed,
  credits: ArrayLike<number> | null,
): void {
  if (!credits || need.totalValue === 0) {
    terms.geometric[place] = LEAST_CREDIT
    return
  }
  const skill = skillScore(need, credits)
  terms.skill[place] = skill
  terms.undamped[place] = (skill * skillWhole(need.totalValue)) / need.totalValue
  terms.sameSkills[place] = (terms.sameSkills[place] ?? 0) / skillWhole(need.totalValue)
  terms.coverage[place] = (terms.coverage[place] ?? 0) / need.totalValue
  let logarithm = 0
  for (let at = 0; at < need.skills.length; at++) {
    const credit = credits[at] ?? 0
    logarithm += (need.values[at] ?? 0) * (credit > LEAST_CREDIT ? Math.log(credit) : LOG_LEAST)
  }
  terms.geometric[place] = Math.exp(logarithm / need.totalValue)
}

/** Overlap, Jaccard and BM25 of one set of skills with all documents. */
function countCommon(terms: Terms, skills: readonly number[], documents: Postings): void {
  const { lengths, meanLength, count } = documents
  for (const skill of skills) {
    const list = documents.of(skill)
    const rarity = Math.log(1 + (count - list.length + 0.5) / (list.length + 0.5))
    for (const place of list) {
      const length = lengths[place] ?? 0
      const saturation = (K1 + 1) / (1 + K1 * (1 - B + (B * length) / meanLength))
      terms.overlap[place] = (terms.overlap[place] ?? 0) + 1
      terms.bm25[place] = (terms.bm25[place] ?? 0) + rarity * saturation
    }
  }
  for (let place = 0; place < count; place++) {
    const common = terms.overlap[place] ?? 0
    const either = skills.length + (lengths[place] ?? 0) - common
    terms.jaccard[place] = either > 0 ? common / either : 0
  }
}

function factorOf(offer: Corpus['offers'][number] | undefined, skill: number): number {
  return offer?.factors[offer.skills.indexOf(skill)] ?? 0
}

function emptyTerms(length: number): Terms {
  const array = () => new Float64Array(length)
  return {
    skill: array(),
    field: array(),
    sameSkills: array(),
    undamped: array(),
    overlap: array(),
    jaccard: array(),
    coverage: array(),
    bm25: array(),
    geometric: array(),
  }
}
