import type { EngagementTable } from '../../schema/engagement.ts'
import type { RelationTable } from '../../schema/relation.ts'
import type { Calendar } from './days.ts'
import type { Random } from './random.ts'

type Stage = RelationTable['stage']
type Contact = readonly [EngagementTable['kind'], EngagementTable['outcome']]

/** A contact with a firm, so many days ago. */
export interface PastContact {
  readonly kind: Contact[0]
  readonly outcome: Contact[1]
  readonly ago: number
}

/** How a relation came to its stage, the first contact first, and how many days ago that stage began. */
export interface ContactHistory {
  readonly contacts: readonly PastContact[]
  readonly since: number
}

/** A firm falls asleep when nothing was heard of it for half a year: it must have been there before that. */
export const dormantFrom = 240

/** Days since the last contact, from and to. */
const lastContact: Readonly<Record<Stage, readonly [number, number]>> = {
  prospect: [3, 70],
  contacted: [3, 110],
  met: [3, 75],
  onboarded: [4, 90],
  active: [2, 45],
  dormant: [185, 225],
}

/** Contacts as they happen: some calls find nobody, some mails are never answered, some firms say no. */
function contactsOf(stage: Stage, random: Random): Contact[] {
  const vain = (most: number): Contact[] =>
    Array.from({ length: random.below(most + 1) }, () => [
      random.chance(0.75) ? 'call' : 'mail',
      'no-answer',
    ])
  const answered = (outcome: Contact[1] = 'reached'): Contact => ['call', outcome]
  const visit = (outcome: Contact[1] = 'interested'): Contact => ['visit', outcome]
  switch (stage) {
    case 'prospect':
      return [['call', 'no-answer'], ...vain(2)]
    case 'contacted':
      return [
        ...vain(2),
        answered(random.weighted([['reached', 5] as const, ['interested', 3], ['refused', 2]])),
        ...vain(1),
      ]
    case 'met':
      return [
        ...vain(1),
        answered(),
        visit(random.chance(0.7) ? 'interested' : 'reached'),
        ...vain(1),
      ]
    case 'onboarded':
      return [...vain(1), answered(), visit(), ['mail', 'reached']]
    case 'active':
      return [answered(), visit('promised'), ...vain(1), ['mail', 'reached'], visit('reached')]
    case 'dormant':
      return [
        answered(),
        ...(random.chance(0.4) ? [visit('reached')] : []),
        ...vain(1),
        answered(random.chance(0.5) ? 'refused' : 'no-answer'),
      ]
  }
}

/** Makes up what happened between the chamber and a firm that it has known for so many days. */
export function planContacts(
  stage: Stage,
  daysOld: number,
  calendar: Calendar,
  random: Random,
): ContactHistory {
  const planned = contactsOf(stage, random)
  const [least, most] = lastContact[stage]
  // A week-end may put a contact two days back.
  const known = Math.max(least, daysOld - 3)
  const last = Math.min(random.between(least, most), known)
  const first = Math.min(known, last + (planned.length - 1) * random.between(9, 40))
  const contacts = planned.map(([kind, outcome], at): PastContact => {
    const share = planned.length > 1 ? at / (planned.length - 1) : 1
    return { kind, outcome, ago: workingDay(Math.round(first + share * (last - first)), calendar) }
  })
  const began = beginningOf(stage, contacts)
  return { contacts, since: stage === 'dormant' ? Math.max(5, last - 150) : began }
}

function beginningOf(stage: Stage, contacts: readonly PastContact[]): number {
  const by = {
    prospect: () => true,
    contacted: ({ outcome }: PastContact) => outcome !== 'no-answer',
    met: ({ kind }: PastContact) => kind === 'visit',
    onboarded: ({ kind }: PastContact) => kind === 'mail',
    active: ({ outcome }: PastContact) => outcome === 'promised',
    dormant: () => true,
  }[stage]
  return (contacts.find(by) ?? contacts[0])?.ago ?? 0
}

/** The same day, or the Friday before it: nobody calls firms on a week-end. */
export function workingDay(ago: number, calendar: Calendar): number {
  const weekday = new Date(calendar.day(-ago)).getUTCDay()
  return ago + (weekday === 6 ? 1 : weekday === 0 ? 2 : 0)
}
