import type { Stage } from '#app/domain/relation/relation.ts'
import { monthsAfter, type RetentionMonths, retentionMonths } from './scorecard.ts'

/** A firm with where it counts. */
export interface ScoredFirm {
  readonly id: string
  readonly stage: Stage
  readonly stageSince: string | null
  readonly ownerId: string | null
  /** District of its main site on the chamber's ground; empty without one. */
  readonly unit: string
  /** ISIC section; empty where nobody knows. */
  readonly section: string
  /** Its own code, a section or a division. */
  readonly sector: string | null
}

/** What happened, as the database has it. */
export interface ScoreFacts {
  readonly firms: readonly ScoredFirm[]
  readonly contacts: readonly {
    readonly companyId: string
    readonly onDay: string
    readonly answered: boolean
    readonly authorId: string | null
  }[]
  readonly opportunities: readonly { readonly companyId: string; readonly onDay: string }[]
  readonly hires: readonly {
    readonly id: string
    readonly companyId: string
    readonly startedOn: string
    readonly endedOn: string | null
  }[]
}

/**
 * People as they are counted: how many, and the least and greatest id of their hires, which tell one set of
 * people from another. Never shown as it is: `publish-figures.server.ts` says what may be.
 */
export interface Counted {
  readonly count: number
  readonly first: string
  readonly last: string
}

/** What is counted of some firms in a period. */
export interface Figures {
  readonly firms: number
  readonly stages: Readonly<Record<Stage, number>>
  /** Firms that are onboarded or active now, and those of them that came to be so in the period. */
  readonly working: number
  readonly onboarded: number
  /** Firms contacted in the period, and those that answered at least once. */
  readonly contacted: number
  readonly replied: number
  readonly opportunities: number
  readonly hires: Counted
  /** Hires that reached so many months in the period, and those that went on at least so long. */
  readonly retention: Readonly<Record<RetentionMonths, { of: Counted; stayed: Counted }>>
}

export interface Period {
  readonly from: string
  readonly to: string
}

type Counting = { -readonly [K in keyof Figures]: Figures[K] } & {
  stages: Record<Stage, number>
}

const nobody: Counted = { count: 0, first: '', last: '' }
const withOne = ({ count, first, last }: Counted, id: string): Counted => ({
  count: count + 1,
  first: first === '' || id < first ? id : first,
  last: id > last ? id : last,
})

const noFigures = (): Counting => ({
  firms: 0,
  stages: { prospect: 0, contacted: 0, met: 0, onboarded: 0, active: 0, dormant: 0 },
  working: 0,
  onboarded: 0,
  contacted: 0,
  replied: 0,
  opportunities: 0,
  hires: nobody,
  retention: {
    3: { of: nobody, stayed: nobody },
    6: { of: nobody, stayed: nobody },
    12: { of: nobody, stayed: nobody },
  },
})

/**
 * Counts a period: for all firms, and for each key that a firm has (`keyOf` null leaves it out). An officer's
 * card counts the firms that the officer looks after, and the contacts that the officer made, wherever.
 */
export function tally(
  facts: ScoreFacts,
  { from, to }: Period,
  options: {
    readonly officer?: string | null
    readonly keyOf?: (firm: ScoredFirm) => string | null
  } = {},
): { readonly total: Figures; readonly byKey: ReadonlyMap<string, Figures> } {
  const { officer = null, keyOf = () => null } = options
  const isIn = (day: string) => day >= from && day <= to
  const total = noFigures()
  const byKey = new Map<string, Counting>()
  const firmById = new Map(facts.firms.map((firm) => [firm.id, firm]))
  const countersOf = (firm: ScoredFirm): Counting[] => {
    const key = keyOf(firm)
    if (key === null) return [total]
    const own = byKey.get(key) ?? noFigures()
    byKey.set(key, own)
    return [total, own]
  }
  /** Counts something that happened to a firm, where the firm is the officer's. */
  const each = (companyId: string, count: (figures: Counting) => void, anyOwner = false) => {
    const firm = firmById.get(companyId)
    if (!firm || (!anyOwner && officer !== null && firm.ownerId !== officer)) return
    for (const figures of countersOf(firm)) count(figures)
  }

  for (const firm of facts.firms) {
    const works = firm.stage === 'onboarded' || firm.stage === 'active'
    const isNew = works && firm.stageSince !== null && isIn(firm.stageSince.slice(0, 10))
    each(firm.id, (figures) => {
      figures.firms += 1
      figures.stages[firm.stage] += 1
      if (works) figures.working += 1
      if (isNew) figures.onboarded += 1
    })
  }
  const answers = new Map<string, boolean>()
  for (const { companyId, onDay, answered, authorId } of facts.contacts) {
    if (!isIn(onDay) || (officer !== null && authorId !== officer)) continue
    answers.set(companyId, answered || answers.get(companyId) === true)
  }
  for (const [companyId, answered] of answers) {
    const count = (figures: Counting) => {
      figures.contacted += 1
      if (answered) figures.replied += 1
    }
    each(companyId, count, true)
  }
  for (const { companyId, onDay } of facts.opportunities) {
    if (!isIn(onDay)) continue
    each(companyId, (figures) => {
      figures.opportunities += 1
    })
  }
  for (const { id, companyId, startedOn, endedOn } of facts.hires) {
    each(companyId, (figures) => {
      if (isIn(startedOn)) figures.hires = withOne(figures.hires, id)
      for (const months of retentionMonths) {
        const mark = monthsAfter(startedOn, months)
        if (!isIn(mark)) continue
        const reached = figures.retention[months]
        reached.of = withOne(reached.of, id)
        if (endedOn === null || endedOn >= mark) reached.stayed = withOne(reached.stayed, id)
      }
    })
  }
  return { total, byKey }
}
