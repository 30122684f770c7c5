import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { callSites } from '#db/queries/calls.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import {
  scoreContacts,
  scoreFirms,
  scoreHires,
  scoreOpportunities,
  targetsOf,
} from '#db/queries/scorecard.ts'
import { type PublishedFigures, publishFigures, publishReached } from './publish-figures.server.ts'
import { daysOf, isLate, type TargetMeasure } from './scorecard.ts'
import { type ScoreFacts, tally } from './tally.ts'

interface Stores {
  readonly db: ReadDb
  readonly reference: Reference
  /** What blurs numbers of people: the same for one deployment, known to nobody. */
  readonly secret: string
}

/** A target with what has been reached of it so far. */
export interface TargetProgress {
  readonly id: string
  readonly measure: TargetMeasure
  readonly admin1: string | null
  readonly sector: string | null
  readonly value: number
  readonly reached: number | 'few'
  readonly setOn: string
  readonly late: boolean
}

/**
 * What a chamber, or one officer of it, has done in a quarter or year: in all, by district and by sector, with the
 * targets of that year. `officer` null is the whole chamber; targets are the chamber's. Numbers of people
 * leave as they may be told and not otherwise.
 */
export async function readScorecard(
  stores: Stores,
  chamber: ChamberGround,
  asked: { readonly time: string; readonly officer: string | null; readonly today: string },
) {
  const { time, officer, today } = asked
  const year = Number(time.slice(0, 4))
  const facts = await readFacts(stores, chamber, year)
  const period = daysOf(time, today)
  const byUnit = tally(facts, period, { officer, keyOf: (firm) => firm.unit })
  const bySector = tally(facts, period, { officer, keyOf: (firm) => firm.section })
  return {
    period,
    year,
    total: publishFigures(byUnit.total, stores.secret),
    units: publishAll(byUnit, stores.secret),
    sections: publishAll(bySector, stores.secret),
    targets: await readTargets(stores, chamber, year, today, facts),
  }
}

function publishAll(
  { byKey }: ReturnType<typeof tally>,
  secret: string,
): ReadonlyMap<string, PublishedFigures> {
  return new Map([...byKey].map(([key, figures]) => [key, publishFigures(figures, secret)]))
}

/** The targets of a chamber for a year, with what was reached in it until today. */
export async function readTargets(
  stores: Stores,
  chamber: ChamberGround,
  year: number,
  today: string,
  known?: ScoreFacts,
): Promise<TargetProgress[]> {
  const targets = await targetsOf(stores.db, chamber.id, year)
  if (targets.length === 0) return []
  const facts = known ?? (await readFacts(stores, chamber, year))
  const period = daysOf(String(year), today)
  return targets.map((target) => {
    const firms = facts.firms.filter(
      (firm) =>
        (target.admin1 === null || firm.unit === target.admin1) &&
        (target.sector === null || [firm.section, firm.sector].includes(target.sector)),
    )
    return {
      id: target.id,
      measure: target.measure,
      admin1: target.admin1,
      sector: target.sector,
      value: target.value,
      reached: publishReached(
        target.measure,
        tally({ ...facts, firms }, period).total,
        stores.secret,
      ),
      setOn: target.set_at.slice(0, 10),
      late: isLate(target),
    }
  })
}

/** Five questions, whatever the number of firms. Hires begin a year earlier: they may have lasted into this one. */
async function readFacts(
  { db, reference }: Stores,
  chamber: ChamberGround,
  year: number,
): Promise<ScoreFacts> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const [firms, sites, contacts, opportunities, hires] = await Promise.all([
    scoreFirms(db, chamber),
    callSites(db, chamber.country),
    scoreContacts(db, chamber.id, from, to),
    scoreOpportunities(db, chamber.country, from, to),
    scoreHires(db, chamber.country, `${year - 1}-01-01`, to),
  ])
  const unitsOf = new Map<string, string[]>()
  for (const { company_id, place_id } of sites) {
    const unit = reference.place(place_id)?.admin1
    if (!unit) continue
    const units = unitsOf.get(company_id)
    if (units) units.push(unit)
    else unitsOf.set(company_id, [unit])
  }
  const sectionOf = new Map(reference.sectors.map((one) => [one.code, one.parent ?? one.code]))
  return {
    firms: firms.map((firm) => {
      const units = unitsOf.get(firm.id) ?? []
      return {
        id: firm.id,
        stage: firm.stage ?? 'prospect',
        stageSince: firm.stage_since,
        ownerId: firm.owner_id,
        unit: units.find((unit) => chamber.admin1s.includes(unit)) ?? units[0] ?? '',
        section: (firm.sector && sectionOf.get(firm.sector)) ?? '',
        sector: firm.sector,
      }
    }),
    contacts: contacts.map((row) => ({
      companyId: row.company_id,
      onDay: row.on_day,
      answered: row.outcome !== 'no-answer',
      authorId: row.author_id,
    })),
    opportunities: opportunities.map((row) => ({
      companyId: row.company_id,
      onDay: (row.published_at ?? '').slice(0, 10),
    })),
    hires: hires.map((row) => ({
      id: row.id,
      companyId: row.company_id,
      startedOn: row.started_on,
      endedOn: row.ended_on,
    })),
  }
}
