import type { EngagementKind, Outcome, Stage } from './relation.ts'

/** What can happen between a chamber and a company that says where they stand. */
export type RelationEvent =
  | { readonly what: 'logged'; readonly kind: EngagementKind; readonly outcome: Outcome }
  | { readonly what: 'committed' }
  | { readonly what: 'verified' }
  | { readonly what: 'kept' }

/** The stage that a contact shows when somebody was there: a room is more than a line. */
const shownBy: Record<EngagementKind, Stage> = {
  call: 'contacted',
  mail: 'contacted',
  visit: 'met',
  event: 'met',
}

/** From the first idea to hires. A relation asleep lies below all of them: any sign wakes it. */
const height: Record<Stage, number> = {
  dormant: -1,
  prospect: 0,
  contacted: 1,
  met: 2,
  onboarded: 3,
  active: 4,
}

function shown(event: RelationEvent): Stage | null {
  switch (event.what) {
    case 'logged':
      return event.outcome === 'no-answer' ? null : shownBy[event.kind]
    case 'committed':
      return 'met'
    case 'verified':
      return 'onboarded'
    case 'kept':
      return 'active'
  }
}

/**
 * The stage after something happened. It only rises by itself: going back, and falling asleep, is
 * for people to decide. Being refused is still having been heard.
 */
export function stageAfter(stage: Stage, event: RelationEvent): Stage {
  const next = shown(event)
  return next !== null && height[next] > height[stage] ? next : stage
}

/** What to do next, and in how many days. */
export interface Proposal {
  readonly task:
    | 'call-again'
    | 'keep-in-touch'
    | 'send-offer'
    | 'check-promise'
    | 'ask-later'
    | 'visit'
  readonly inDays: number
}

const byOutcome: Record<Outcome, readonly Proposal[]> = {
  'no-answer': [{ task: 'call-again', inDays: 2 }],
  reached: [
    { task: 'visit', inDays: 7 },
    { task: 'keep-in-touch', inDays: 30 },
  ],
  interested: [
    { task: 'send-offer', inDays: 2 },
    { task: 'visit', inDays: 7 },
  ],
  promised: [{ task: 'check-promise', inDays: 14 }],
  refused: [{ task: 'ask-later', inDays: 180 }],
}

/** Tasks worth setting after a contact, the likeliest first. After a visit nobody is sent on a visit. */
export function proposalsAfter(kind: EngagementKind, outcome: Outcome): readonly Proposal[] {
  return byOutcome[outcome].filter((one) => one.task !== 'visit' || kind !== 'visit')
}
