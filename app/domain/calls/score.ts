/** What is known of a firm when it is decided whom to call. Days as whole numbers of days from today. */
export interface CallFacts {
  /** People near a site whose work fits the sector, each counted by how usual that work is there. */
  readonly fitting: number
  /** People who work in the firm. */
  readonly staff: number
  /** Firms of the sector, and how many of them have ever published an opportunity. */
  readonly sectorFirms: number
  readonly sectorPublished: number
  readonly hasOpening: boolean
  /** Contacts logged with the firm, and those in which somebody answered. */
  readonly contacts: number
  readonly replies: number
  /** The same of all firms of the chamber. */
  readonly allContacts: number
  readonly allReplies: number
  /** Days until the next open promise is due, negative when overdue; null without one. */
  readonly commitmentDueIn: number | null
  /** How many quarters ahead the nearest expected hire lies (0 this quarter); null without one. */
  readonly intentionIn: number | null
  /** Days since the last contact; null: never contacted. */
  readonly sinceContact: number | null
  readonly stage: CallStage
  /** Days since each earlier suggestion that led to nothing, of the last thirty days. */
  readonly suggestedAgo: readonly number[]
}

export type CallStage = 'prospect' | 'contacted' | 'met' | 'onboarded' | 'active' | 'dormant'

/** The parts of a score, in the order in which they are shown. */
export const scoreTerms = [
  'people',
  'size',
  'sector',
  'opening',
  'answers',
  'commitment',
  'intention',
  'contact',
  'stage',
  'exposure',
] as const
export type ScoreTerm = (typeof scoreTerms)[number]

/** The most that each part can add. Together 100; `exposure` only takes away. */
export const mostPoints: Readonly<Record<ScoreTerm, number>> = {
  people: 21,
  size: 12,
  sector: 5,
  opening: 10,
  answers: 15,
  commitment: 15,
  intention: 10,
  contact: 8,
  stage: 4,
  exposure: 0,
}

export interface CallScore {
  readonly total: number
  readonly terms: Readonly<Record<ScoreTerm, number>>
}

const fewest = 5
/** From so many fitting people a head on, more of them add nothing: one call cannot place them all. */
const mostPerHead = 20
/** A smaller firm has no more use for the people nearby than one of this size. */
const leastStaff = 5
/** From so many staff on, a larger firm does not promise more for one call. */
const mostStaff = 250
/** Contacts that a firm is taken to have had before its first, answered as often as the chamber's others. */
const priorContacts = 2
const priorFirms = 10
const priorReplyRate = 0.5
/** A promise counts from so many days before it is due. */
export const commitmentDays = 90
/** Nobody is called again within so many days. */
export const restDays = 14
/** Nor a firm that refused, within so many. */
export const refusedDays = 90
/** From so many days after the last contact on, it is high time. */
const longDays = 180
/** What one suggestion that led to nothing takes away, and after how many days half of that. */
const exposurePoints = 12
const exposureHalfLife = 14
const mostExposure = 36

const ofStage: Readonly<Record<CallStage, number>> = {
  // Who knows the chamber already is a shorter way to a post; who works with it needs no call to begin.
  met: 1,
  contacted: 0.75,
  onboarded: 0.75,
  prospect: 0.5,
  dormant: 0.5,
  active: 0.25,
}

/**
 * What a call could yield, 0 to 100, as a sum of parts that each say something an officer can check:
 *
 * - `people`: fitting people nearby a head of staff, by the logarithm: the first ones matter most.
 * - `size`: posts that a firm of that size could have, by the logarithm of its staff.
 * - `sector`: how many firms of the sector have ever published, ten firms at the country's first guess added.
 * - `opening`: no opportunity is open now.
 * - `answers`: how likely somebody answers: contacts answered, with two more at the chamber's own rate (Beta prior),
 *   so that one missed call does not make a firm unreachable.
 * - `commitment`: a promise is due, fully from its day on.
 * - `intention`: hires expected this quarter, three quarters of it for the next.
 * - `contact`: time since the last contact; a firm that was never called stands near the top.
 * - `stage`: where the relation stands.
 * - `exposure`: taken away for each time the firm stood on the list lately and nothing came of it.
 */
export function scoreCall(facts: CallFacts): CallScore {
  const staff = Math.max(1, facts.staff)
  const perHead = Math.min(mostPerHead, told(facts.fitting) / Math.max(leastStaff, staff))
  const sectorRate = (facts.sectorPublished + 0.1 * priorFirms) / (facts.sectorFirms + priorFirms)
  const { commitmentDueIn, intentionIn, sinceContact } = facts
  const shares: Record<Exclude<ScoreTerm, 'exposure'>, number> = {
    people: Math.log1p(perHead) / Math.log1p(mostPerHead),
    size: Math.log(Math.min(mostStaff, staff)) / Math.log(mostStaff),
    sector: sectorRate,
    opening: facts.hasOpening ? 0 : 1,
    answers: replyRate(facts),
    commitment:
      commitmentDueIn === null ? 0 : Math.min(1, Math.max(0, 1 - commitmentDueIn / commitmentDays)),
    intention: intentionIn === null ? 0 : intentionIn === 0 ? 1 : 0.75,
    contact:
      sinceContact === null
        ? 0.8
        : Math.min(1, Math.max(0, (sinceContact - restDays) / (longDays - restDays))),
    stage: ofStage[facts.stage],
  }
  const exposure = facts.suggestedAgo.reduce(
    (sum, days) => sum + exposurePoints * 0.5 ** (days / exposureHalfLife),
    0,
  )
  const terms = Object.fromEntries(
    scoreTerms.map((term) => [
      term,
      term === 'exposure'
        ? -tenth(Math.min(mostExposure, exposure))
        : tenth(mostPoints[term] * shares[term]),
    ]),
  ) as Record<ScoreTerm, number>
  return { total: tenth(scoreTerms.reduce((sum, term) => sum + terms[term], 0)), terms }
}

/** How likely somebody answers, 0 to 1: what was seen, and two contacts more at the rate of all the chamber's. */
export function replyRate(
  facts: Pick<CallFacts, 'contacts' | 'replies' | 'allContacts' | 'allReplies'>,
): number {
  const all =
    (facts.allReplies + priorContacts * priorReplyRate) / (facts.allContacts + priorContacts)
  return (facts.replies + priorContacts * all) / (facts.contacts + priorContacts)
}

/** Fewer than five people are not told, and points that follow from them would tell: they all count alike. */
const told = (fitting: number) => (fitting > 0 && fitting < fewest ? fewest / 2 : fitting)

/** Parts are told with one decimal and sum to the score as told. */
const tenth = (value: number) => Math.round(value * 10) / 10 + 0
