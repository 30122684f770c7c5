import type { LanguageLevel } from '../documents/common.ts'
import type { Need, Pay } from '../documents/opportunity.ts'
import type { Evidence, MinimumPay, Offer } from '../documents/profile.ts'
import { type Band, bandOf, type Coverage, coverageOf } from './band.ts'
import { type Change, changesOf } from './changes.ts'
import type { Relation } from './credit.ts'
import { explainConditions } from './explain-conditions.ts'
import { explainSkills } from './explain-skills.ts'
import { fieldScore } from './field.ts'
import { type Match, type ScoreParts, scorePrepared, unblocked, weightsFor } from './match.ts'
import { explainOccupation } from './occupation-score.ts'
import { type PreparedNeed, type PreparedOffer, prepareNeed, prepareOffer } from './prepare.ts'
import { creditsByPairs } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/** What one wanted skill brings to the score. */
export interface SkillReason {
  /** URI of the wanted skill. */
  readonly wanted: string
  readonly essential: boolean
  readonly state: 'matched' | 'near' | 'missing'
  /** URI of the person's skill that earned the credit; null when missing. */
  readonly by: string | null
  readonly relation: Relation | null
  /** URI of the concept a near skill has in common with the wanted one. */
  readonly via: string | null
  readonly evidence: Evidence | null
  /** 0 to 1, evidence included. */
  readonly credit: number
  /** Share of the score (0 to 1) it brings. */
  readonly points: number
  /** What more it would bring, held with full evidence. */
  readonly possible: number
}

export interface OccupationReason {
  /** The opportunity's occupation. */
  readonly wanted: { readonly uri: string; readonly isco08: string }
  /** The person's occupation that counted; null when none does. */
  readonly has: { readonly uri: string; readonly isco08: string } | null
  readonly source: 'declared' | 'inferred' | null
  /** Of an inferred occupation; 1 for a declared one. */
  readonly probability: number
  /** ISCO-08 digits that agree, 0 to 4. */
  readonly digits: number
  readonly same: boolean
  readonly points: number
  readonly possible: number
}

/** The facts of a condition, for pages to phrase. */
export type ConditionFacts =
  | {
      readonly kind: 'language'
      readonly code: string
      readonly asked: LanguageLevel
      readonly has: LanguageLevel | null
    }
  | { readonly kind: 'experience'; readonly askedMonths: number; readonly hasMonths: number }
  | { readonly kind: 'education'; readonly asked: number; readonly has: number | null }
  | {
      readonly kind: 'distance'
      /** Null when either place is not known. */
      readonly km: number | null
      readonly radiusKm: number | null
      readonly remote: boolean
      readonly relocate: boolean
    }
  | { readonly kind: 'start'; readonly start: string; readonly availableFrom: string | null }
  | { readonly kind: 'pay'; readonly offered: Pay; readonly wanted: MinimumPay | null }

/** One thing the opportunity states besides skills, and how the person meets it. */
export interface ConditionReason {
  readonly facts: ConditionFacts
  /** `unknown`: the person has not said, or the two cannot be compared. */
  readonly state: 'met' | 'partly' | 'not' | 'unknown'
  /** 0 to 1. */
  readonly value: number
  readonly points: number
  readonly possible: number
}

/** A match term by term, in URIs, codes and numbers: pages put it into words. */
export interface Explanation extends Match {
  readonly skills: readonly SkillReason[]
  /** The FIELD part: how near the two are as a whole; null while no vectors are built. */
  readonly field: { readonly cosine: number; readonly points: number } | null
  /** Null when the opportunity names no occupation. */
  readonly occupation: OccupationReason | null
  readonly conditions: readonly ConditionReason[]
  readonly coverage: Coverage
  /** Null when there is nothing to judge by. */
  readonly band: Band | null
  /** What would raise this score most, greatest gain first, at most eight. */
  readonly changes: readonly Change[]
}

/** What an explanation reads of a need beside what is prepared. */
export type ExplainedNeed = Pick<
  Need,
  'occupation' | 'languages' | 'licences' | 'remote' | 'start' | 'pay'
>

/** What an explanation reads of an offer beside what is prepared. */
export interface ExplainedOffer
  extends Pick<
    Offer,
    | 'languages'
    | 'licences'
    | 'education'
    | 'radiusKm'
    | 'relocate'
    | 'remote'
    | 'availableFrom'
    | 'minPay'
  > {
  readonly skills: readonly { readonly uri: string; readonly evidence: Evidence }[]
  readonly occupations: readonly { readonly uri: string; readonly isco08: string }[]
}

/**
 * Explains a score. The points of `skills`, `field`, `occupation` and `conditions` sum to `score`
 * within 1e-9. Of a blocked pair, points are those it would have: they sum to `unblockedScore`.
 */
export function explainMatch(taxonomy: Taxonomy, need: Need, offer: Offer): Explanation {
  const wanted = prepareNeed(taxonomy, need)
  return explainPrepared(taxonomy, need, offer, wanted, prepareOffer(taxonomy, offer))
}

/** What whoever ranked a pair knows of it: nothing blocks it. */
export interface KnownMatch {
  readonly parts: ScoreParts
  /** The best credit of each wanted skill, evidence included. */
  readonly credits: ArrayLike<number>
}

/** The same, of a pair that is prepared already. */
export function explainPrepared(
  taxonomy: Taxonomy,
  need: ExplainedNeed,
  offer: ExplainedOffer,
  wanted: PreparedNeed,
  held: PreparedOffer,
  known?: KnownMatch,
): Explanation {
  const weights = weightsFor(taxonomy, wanted)
  const credits = known?.credits ?? creditsByPairs(taxonomy, wanted, held)
  const skills = explainSkills(taxonomy, wanted, held, offer, weights, credits)
  const match = known ? unblocked(known.parts) : scorePrepared(taxonomy, wanted, held, credits)
  const best = explainOccupation(taxonomy, wanted, held)
  const conditions = explainConditions(need, offer, wanted, held, weights)
  const coverage = coverageOf(taxonomy, wanted, skills, need.occupation ? best : null)
  const declared = offer.occupations[best.declaredAt]
  const occupation: OccupationReason | null = need.occupation && {
    wanted: need.occupation,
    has:
      best.source === null
        ? null
        : declared
          ? { uri: declared.uri, isco08: declared.isco08 }
          : {
              uri: taxonomy.occupationUri(best.occupation),
              isco08: String(taxonomy.isco(best.occupation)).padStart(4, '0'),
            },
    source: best.source,
    probability: best.probability,
    digits: best.digits,
    same: best.same,
    points: weights.occupation * best.score,
    possible: weights.occupation * (1 - best.score),
  }
  const cosine = fieldScore(wanted.field, held.field)
  return {
    ...match,
    skills,
    field: weights.field > 0 ? { cosine, points: weights.field * cosine } : null,
    occupation,
    conditions,
    coverage,
    band: bandOf(coverage),
    changes: changesOf({ skills, conditions, blockers: match.blockers, need, offer }),
  }
}
