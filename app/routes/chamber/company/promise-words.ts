import type {
  commitmentEnds,
  commitmentKinds,
  intentionEnds,
  intentionKinds,
  intentionSources,
} from '#app/domain/relation/relation.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** A promise as pages and files show it. */
export interface ShownCommitment {
  readonly id: string
  readonly version: number
  readonly kind: (typeof commitmentKinds)[number]
  readonly quantity: string
  readonly promised: number
  readonly day: string
  readonly late: boolean
  readonly note: string | null
  readonly status: 'open' | (typeof commitmentEnds)[number]
  readonly kept: number | null
}

/** Hires that a company expects, as pages and files show them. */
export interface ShownIntention {
  readonly id: string
  readonly version: number
  readonly kind: (typeof intentionKinds)[number]
  readonly occupation: string
  readonly quarter: string
  readonly posts: number
  readonly site: string | null
  readonly source: (typeof intentionSources)[number]
  readonly status: 'open' | (typeof intentionEnds)[number]
  readonly outcome: number | null
}

/** Where a promise stands, with how much of it was kept where it was in part. */
export function commitmentState(t: Translate, one: ShownCommitment): string {
  if (one.late) return t('relation.commitments.late')
  const state = t(`relation.commitments.states.${one.status}`)
  return one.status === 'partly' ? `${state} (${one.kept} / ${one.promised})` : state
}

/** What became of expected hires, with how many where that is known. */
export function intentionState(t: Translate, one: ShownIntention): string {
  const state = t(`relation.intentions.states.${one.status}`)
  const ended = one.status !== 'open' && one.status !== 'dropped'
  return ended && one.outcome !== null ? `${state} (${one.outcome} / ${one.posts})` : state
}
