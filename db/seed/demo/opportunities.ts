import type { OpportunityTable } from '../../schema/opportunity.ts'
import type { DemoCompany } from './company-rows.ts'
import type { OpportunityPlan } from './opportunity-rows.ts'
import { describeOpportunity, opportunityTitle } from './opportunity-words.ts'
import { type Random, randomFrom } from './random.ts'
import { educationsOf, isLearnedAsApprentice, licencesOf, payBand } from './trades.ts'
import type { DemoOccupation, DemoVocabulary } from './vocabulary.ts'

type Kind = OpportunityTable['kind']
type Status = OpportunityTable['status']

/** How many of each are wanted. */
export interface OpportunityCounts {
  readonly kinds: Readonly<Record<Kind, number>>
  /** Those not named are published. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>
}

const contracts: Readonly<Record<Kind, readonly (readonly [string, number])[]>> = {
  job: [
    ['cdi', 45],
    ['cdd', 40],
    ['interim', 8],
    ['journalier', 7],
  ],
  internship: [
    ['stage-qualification', 50],
    ['stage-ecole', 30],
    ['stage-immersion', 20],
  ],
  apprenticeship: [['apprentissage', 1]],
}

/** Opportunities of the firms, verified and larger ones first, each for work that the firm does. */
export function planOpportunities(
  companies: readonly DemoCompany[],
  vocabulary: DemoVocabulary,
  { kinds, statuses }: OpportunityCounts,
): OpportunityPlan[] {
  const random = randomFrom('opportunities')
  const deck = random.shuffled(
    Object.entries(kinds).flatMap(([kind, count]) => Array<Kind>(count).fill(kind as Kind)),
  )
  const states = Object.entries(statuses).flatMap(([status, count]) =>
    Array<Status>(count).fill(status as Status),
  )
  const all = random.shuffled(deck.map((_, at): Status => states[at] ?? 'published'))
  const weighted = companies.map(
    (company) => [company, (company.verified ? 3 : 1) * company.sites.length] as const,
  )
  // Who filled a post months ago was there before.
  const established = weighted.filter(([company]) => company.daysOld > 200)
  return deck.map((kind, at) => {
    for (;;) {
      const company = random.weighted(all[at] === 'filled' ? established : weighted)
      const occupations = company.industry.occupations
        .map(vocabulary.occupation)
        .filter((one) => kind !== 'apprenticeship' || isLearnedAsApprentice(one))
      if (occupations.length === 0) continue
      // The most wanted come first in an industry's list.
      const occupation = random.weighted(
        occupations.map((one, position) => [one, 1 / (1 + position)] as const),
      )
      return planOpportunity(
        { company, kind, occupation, status: all[at] ?? 'published' },
        random,
        vocabulary,
      )
    }
  })
}

function planOpportunity(
  given: {
    readonly company: DemoCompany
    readonly kind: Kind
    readonly occupation: DemoOccupation
    readonly status: Status
  },
  random: Random,
  vocabulary: DemoVocabulary,
): OpportunityPlan {
  const { company, kind, occupation, status } = given
  const job = kind === 'job'
  const contract = random.weighted(
    // Nobody works by the day at a desk.
    contracts[kind].filter(([id]) => id !== 'journalier' || /^[6-9]/.test(occupation.isco08)),
  )
  const essential = random.shuffled(occupation.essential)
  const asked = job ? random.between(4, 7) : kind === 'internship' ? random.between(2, 4) : 2
  const useful = [
    ...essential.slice(asked, asked + (job ? 0 : 3)),
    ...random.shuffled(occupation.useful).slice(0, random.between(1, 3)),
  ]
  const experienceMonths =
    job && random.chance(0.7) ? random.pick([6, 12, 12, 24, 24, 36, 60]) : null
  const months =
    kind === 'apprenticeship'
      ? random.pick([12, 24, 36])
      : kind === 'internship'
        ? random.pick([3, 6, 6, 12])
        : contract === 'cdi'
          ? null
          : random.pick([3, 6, 12])
  const site = random.below(company.sites.length)
  const placeName = vocabulary.place(company.sites[site]?.placeId ?? '').name_fr
  const daysOld = random.between(3, Math.min(60, company.daysOld))
  const startsIn = random.chance(0.6) ? random.between(15, 100) : null
  const words = { ...given, contract, placeName, experienceMonths, months, essential }
  const plan: OpportunityPlan = {
    company,
    site,
    kind,
    contract,
    title: opportunityTitle(words, random),
    description: describeOpportunity(words, random),
    occupation,
    essential: essential.slice(0, asked),
    useful,
    languages: languagesFor(company, occupation, random),
    education: job && random.chance(0.6) ? Math.min(...educationsOf(occupation)) : null,
    experienceMonths,
    licences: licencesOf[occupation.key] ?? [],
    remote: occupation.area === 'digital' && random.chance(0.3),
    posts: random.weighted([[1, 60] as const, [2, 20], [3, 10], [5, 7], [10, 3]]),
    pay: random.chance(0.8) ? payFor(given, contract, random) : null,
    // Somebody who was hired began before today, some of them a year ago.
    startsIn: status === 'filled' ? -random.between(10, company.daysOld - 60) : startsIn,
    months,
    deadlineIn:
      status === 'filled' || status === 'closed'
        ? -random.between(5, 30)
        : Math.min(random.between(6, 80), startsIn === null ? 80 : startsIn - 3),
    status,
    daysOld,
    createdBy: null,
  }
  return status === 'filled' ? beforeItBegan(plan, random) : plan
}

/** What was filled was published some weeks before the work began, and answered before that. */
function beforeItBegan(plan: OpportunityPlan, random: Random): OpportunityPlan {
  const began = -(plan.startsIn ?? 0)
  return {
    ...plan,
    daysOld: began + random.between(35, 55),
    deadlineIn: -began - random.between(5, 25),
  }
}

function languagesFor(
  company: DemoCompany,
  { isco08 }: DemoOccupation,
  random: Random,
): OpportunityPlan['languages'] {
  const meetsPeople = /^(2|3|4|5)/.test(isco08)
  const languages = [{ code: 'fr', level: meetsPeople ? 4 : 2, required: meetsPeople }]
  if (['hotel', 'tourism', 'callCentre', 'digital', 'port'].includes(company.industry.key)) {
    if (random.chance(0.4)) languages.push({ code: 'en', level: 3, required: false })
  } else if (random.chance(0.15)) languages.push({ code: 'dyu', level: 3, required: false })
  return languages
}

function payFor(
  { company, kind, occupation }: Pick<OpportunityPlan, 'company' | 'kind' | 'occupation'>,
  contract: string,
  random: Random,
): OpportunityPlan['pay'] {
  const round = (amount: number, step: number) => Math.round(amount / step) * step
  if (kind === 'apprenticeship')
    return { min: 20_000, max: random.pick([30_000, 40_000]), period: 'month' }
  if (kind === 'internship') {
    const min = random.pick([40_000, 50_000, 60_000, 75_000])
    return { min, max: min + random.pick([0, 10_000, 25_000]), period: 'month' }
  }
  if (contract === 'journalier')
    return { min: 4_500, max: random.pick([5_000, 6_000, 7_500]), period: 'day' }
  const [least, most] = payBand(occupation)
  const share = company.admin1 === 'CI-AB' ? 1 : 0.85
  // Nobody offers less than the legal minimum of 75,000 francs.
  const min = Math.max(75_000, round((least + random.next() * (most - least)) * share, 5_000))
  return { min, max: round(min * (1.05 + random.next() * 0.35), 5_000), period: 'month' }
}
