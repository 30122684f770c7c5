import { toFlag, toList } from '../../codec.ts'
import type { OpportunityTable } from '../../schema/opportunity.ts'
import type { DemoCompany } from './company-rows.ts'
import { idMaker } from './ids.ts'
import type { Making } from './making.ts'
import type { DemoOccupation, DemoSkill } from './vocabulary.ts'

/** An opportunity of the demonstration before it becomes rows. */
export interface OpportunityPlan {
  readonly company: DemoCompany
  /** Position among the firm's sites. */
  readonly site: number
  readonly kind: OpportunityTable['kind']
  readonly contract: string
  readonly title: string
  readonly description: string
  readonly occupation: DemoOccupation
  readonly essential: readonly DemoSkill[]
  readonly useful: readonly DemoSkill[]
  readonly languages: readonly {
    readonly code: string
    readonly level: number
    readonly required: boolean
  }[]
  readonly education: number | null
  readonly experienceMonths: number | null
  readonly licences: readonly string[]
  readonly remote: boolean
  readonly posts: number
  /** Francs CFA a month, or a day for day work. */
  readonly pay: {
    readonly min: number
    readonly max: number
    readonly period: 'month' | 'day'
  } | null
  /** Days from now. */
  readonly startsIn: number | null
  readonly months: number | null
  readonly deadlineIn: number | null
  readonly status: OpportunityTable['status']
  readonly daysOld: number
  readonly createdBy: string | null
}

/** What placements and stories need to know of an opportunity. */
export interface DemoOpportunity {
  readonly id: string
  readonly plan: OpportunityPlan
  readonly placeId: string | null
}

/** Adds opportunities one by one. */
export function opportunityAdder(making: Making): (plan: OpportunityPlan) => DemoOpportunity {
  const { rows, calendar } = making
  const nextId = idMaker('opportunity')
  return (plan) => {
    const id = nextId()
    const site = plan.company.sites[plan.site] ?? plan.company.sites[0]
    const draft = plan.status === 'draft'
    const over = plan.status === 'filled' || plan.status === 'closed'
    const publishedAt = draft ? null : calendar.ago(plan.daysOld - 1)
    const filledAgo = plan.status === 'filled' ? -(plan.startsIn ?? 0) + 4 : null
    const closedAt = over ? calendar.ago(filledAgo ?? Math.trunc(plan.daysOld / 4)) : null
    const ends = plan.months === null ? null : (plan.startsIn ?? 14) + plan.months * 30
    rows.opportunity.push({
      id,
      company_id: plan.company.id,
      site_id: site?.id ?? null,
      country: 'CI',
      kind: plan.kind,
      contract: plan.contract,
      title: plan.title,
      description: plan.description,
      occupation_uri: plan.occupation.uri,
      education: plan.education,
      experience_months: plan.experienceMonths,
      licences: toList(plan.licences),
      place_id: site?.placeId ?? null,
      remote: toFlag(plan.remote),
      posts: plan.posts,
      pay_min: plan.pay?.min ?? null,
      pay_max: plan.pay?.max ?? null,
      pay_currency: plan.pay && 'XOF',
      pay_period: plan.pay?.period ?? null,
      start_date: plan.startsIn === null ? null : calendar.day(plan.startsIn),
      end_date: ends === null ? null : calendar.day(ends),
      deadline: plan.deadlineIn === null ? null : calendar.day(plan.deadlineIn),
      status: plan.status,
      published_at: publishedAt,
      closed_at: closedAt,
      created_by: plan.createdBy,
      created_at: calendar.ago(plan.daysOld),
      updated_at: closedAt ?? publishedAt ?? calendar.ago(plan.daysOld),
      version: draft ? 1 : over ? 3 : 2,
    })
    const skills = new Map(plan.useful.map(({ uri }) => [uri, false]))
    for (const { uri } of plan.essential) skills.set(uri, true)
    for (const [skill_uri, essential] of skills) {
      rows.opportunity_skill.push({ opportunity_id: id, skill_uri, essential: toFlag(essential) })
    }
    for (const { code, level, required } of plan.languages) {
      rows.opportunity_language.push({
        opportunity_id: id,
        language: code,
        level,
        required: toFlag(required),
      })
    }
    return { id, plan, placeId: site?.placeId ?? null }
  }
}
