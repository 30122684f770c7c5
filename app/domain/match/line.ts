import type { Pay } from '#search/documents/opportunity.ts'

/** A value of a line, still without a language. */
export type Value =
  | { readonly concept: string }
  | { readonly language: string }
  | { readonly cefr: number }
  | { readonly education: number }
  | { readonly months: number }
  | { readonly km: number }
  | { readonly day: string }
  | { readonly licence: string }
  | { readonly pay: Pay }
  | { readonly number: number }

/** Every message that a line may name, below `match.` in the catalogues. */
export const phraseKeys = [
  'reason.skill',
  'reason.skillConfirmed',
  'reason.nearSkill',
  'reason.sameOccupation',
  'reason.nearOccupation',
  'reason.inferredOccupation',
  'reason.field',
  'field.close',
  'field.related',
  'field.far',
  'missing.skill',
  'missing.nearSkill',
  'condition.language',
  'condition.languageMissing',
  'condition.experience',
  'condition.experienceNone',
  'condition.education',
  'condition.educationUnknown',
  'condition.remote',
  'condition.samePlace',
  'condition.distance',
  'condition.relocate',
  'condition.distanceUnknown',
  'condition.startMet',
  'condition.startLate',
  'condition.payStated',
  'condition.payMet',
  'condition.payBelow',
  'condition.payUnknown',
  'blocker.opportunity-not-open',
  'blocker.profile-not-active',
  'blocker.blocked-company',
  'blocker.country',
  'blocker.kind',
  'blocker.contract',
  'blocker.distance',
  'blocker.licence',
  'blocker.language',
  'change.skill',
  'change.evidence',
  'change.language',
  'change.experience',
  'change.education',
  'change.sayEducation',
  'change.sayPlace',
  'change.start',
  'change.requiredLanguage',
  'change.licence',
  'coverage.essential',
  'coverage.all',
  'coverage.near',
  'coverage.occupation',
  'coverage.nothing',
] as const
export type PhraseKey = (typeof phraseKeys)[number]

/** A sentence before it has a language. */
export interface Line {
  readonly key: PhraseKey
  readonly values: Readonly<Record<string, Value>>
}

/** A line and the share of the score, 0 to 1, that it stands for; null where it cannot be told. */
export interface WeighedLine extends Line {
  readonly points: number | null
}

/** A line of a message and its values. */
export const line = (key: PhraseKey, values: Record<string, Value> = {}): Line => ({ key, values })
