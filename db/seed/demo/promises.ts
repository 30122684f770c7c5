import type { CommitmentTable } from '../../schema/commitment.ts'
import type { IntentionTable } from '../../schema/intention.ts'
import type { RelationTable } from '../../schema/relation.ts'
import type { DemoCompany } from './company-rows.ts'
import { demoChamberId, idMaker } from './ids.ts'
import type { Making } from './making.ts'
import type { Random } from './random.ts'

type Stage = RelationTable['stage']
type Ended = Exclude<CommitmentTable['status'], 'open'>

const kinds = [
  ['internship', 4],
  ['job', 3],
  ['apprenticeship', 2],
  ['training', 1],
  ['mentoring', 1],
] as const
/** How likely a firm has promised something: what is still open, and what is past. */
const share: Readonly<Partial<Record<Stage, readonly [open: number, past: number]>>> = {
  met: [0.12, 0],
  onboarded: [0.4, 0.35],
  active: [0.65, 0.75],
  dormant: [0, 0.6],
}
/** What became of past ones: a firm whose promise was kept is active. */
const ends: Readonly<Partial<Record<Stage, readonly (readonly [Ended, number])[]>>> = {
  onboarded: [
    ['partly', 4],
    ['broken', 2],
    ['withdrawn', 1],
  ],
  active: [
    ['kept', 6],
    ['partly', 3],
    ['broken', 1],
  ],
  dormant: [
    ['broken', 5],
    ['withdrawn', 3],
    ['partly', 1],
  ],
}

/** A firm with where the chamber stands with it, and how many days ago the first and the last contact was. */
export interface RelatedFirm {
  readonly company: DemoCompany
  readonly stage: Stage
  readonly first: number
  readonly last: number
}

/** Adds what firms promised and what hires they expect, and what became of earlier ones. */
export function promiseAdder(making: Making, random: Random): (firm: RelatedFirm) => void {
  const { rows, calendar, users, vocabulary } = making
  const commitmentId = idMaker('commitment')
  const intentionId = idMaker('intention')
  const of = ({ company }: RelatedFirm) => ({
    chamber_id: demoChamberId,
    company_id: company.id,
    created_by: users.mariam,
  })

  const addCommitment = (
    firm: RelatedFirm,
    status: CommitmentTable['status'],
    due: number,
    saidAgo: number,
  ) => {
    const kind = random.weighted(kinds)
    const quantity = kind === 'mentoring' || kind === 'training' ? 1 : random.between(2, 8)
    // One training is held or it is not.
    const end = status === 'partly' && quantity === 1 ? 'broken' : status
    const kept = {
      kept: quantity,
      partly: random.between(1, Math.max(1, quantity - 1)),
      broken: 0,
      withdrawn: 0,
      open: null,
    }
    rows.commitment.push({
      id: commitmentId(),
      ...of(firm),
      kind,
      quantity,
      due_on: calendar.day(due),
      note: random.chance(0.3) ? `Dit lors de la visite chez ${firm.company.name}.` : null,
      status: end,
      kept_quantity: kept[end],
      closed_on: end === 'open' ? null : calendar.day(Math.min(0, due + random.between(1, 12))),
      created_at: calendar.ago(saidAgo),
      version: end === 'open' ? 1 : 2,
    })
  }

  const quarter = (ahead: number) => {
    const [year = '', month = ''] = calendar.day(0).split('-')
    const number = Number(year) * 4 + Math.ceil(Number(month) / 3) - 1 + ahead
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
  }
  const addIntention = (firm: RelatedFirm, ahead: number) => {
    const posts = random.between(1, 8)
    const status: IntentionTable['status'] =
      ahead < 0
        ? random.weighted([['hired', 4] as const, ['published', 3], ['dropped', 3], ['open', 1]])
        : 'open'
    const outcome = { hired: random.between(1, posts), published: posts, dropped: 0, open: null }
    rows.intention.push({
      id: intentionId(),
      ...of(firm),
      site_id: firm.company.sites[0]?.id ?? null,
      kind: random.chance(0.6) ? 'job' : 'internship',
      occupation_uri: vocabulary.occupation(random.pick(firm.company.industry.occupations)).uri,
      quarter: quarter(ahead),
      posts,
      source: random.chance(0.7) ? 'visit' : 'company',
      status,
      outcome_posts: outcome[status],
      closed_on: status === 'open' ? null : calendar.day(-random.between(2, firm.last + 2)),
      created_at: calendar.ago(ahead < 0 ? firm.first : firm.last),
      version: status === 'open' ? 1 : 2,
    })
  }

  return (firm) => {
    const { stage, first } = firm
    const [open, past] = share[stage] ?? [0, 0]
    const ended = ends[stage]
    // Said at one of the first contacts, due some weeks later.
    if (ended && first > 60 && random.chance(past)) {
      const said = first - random.below(Math.floor(first / 5))
      addCommitment(firm, random.weighted(ended), -random.between(8, said - 25), said)
    }
    if (random.chance(open)) {
      addCommitment(firm, 'open', random.between(-6, 120), Math.min(first, random.between(5, 40)))
    }
    if (stage === 'contacted' || stage === 'prospect') return
    if (stage !== 'dormant' && random.chance(0.6)) addIntention(firm, random.between(0, 4))
    if (first > 90 && random.chance(0.5)) addIntention(firm, -random.between(1, 2))
  }
}
