import { setImmediate } from 'node:timers/promises'
import { quarterOf } from '#app/domain/map/view.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import {
  callFirms,
  callSites,
  contactsByCompany,
  dueCommitments,
  earlierSuggestions,
  expectedHires,
  publishedWork,
} from '#db/queries/calls.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { daysAfter } from './calls.ts'
import { countPeople } from './count-people.server.ts'
import { learnFit } from './fit.ts'
import { findNearPeople } from './near-people.server.ts'
import { commitmentDays } from './score.ts'

interface Stores {
  readonly db: ReadDb
  readonly reference: Reference
}

/** Earlier lists that exposure is counted over. */
const exposureDays = 30

/** All that a list of calls is made of; ten questions, whatever the number of firms and people. */
export async function readCallFacts(
  { db, reference }: Stores,
  { id: chamberId, country, ...ground }: ChamberGround,
  today: string,
) {
  const quarters = [quarterOf(today), nextQuarter(quarterOf(today))]
  const unitOf = (uri: string | null) => Number((uri && reference.isco08(uri)) || 0)
  // One after another, with a turn for others between: together they would hold up every page for a second.
  const firms = await ofOwnTurn(callFirms(db, { ...ground, id: chamberId, country }))
  const sites = await ofOwnTurn(callSites(db, country))
  const people = await ofOwnTurn(countPeople(db, country, unitOf))
  const published = await ofOwnTurn(publishedWork(db, country))
  const contacts = await ofOwnTurn(contactsByCompany(db, chamberId))
  const due = daysAfter(today, commitmentDays)
  const commitments = await ofOwnTurn(dueCommitments(db, chamberId, due))
  const hires = await ofOwnTurn(expectedHires(db, country, quarters))
  const since = daysAfter(today, -exposureDays)
  const earlier = await ofOwnTurn(earlierSuggestions(db, chamberId, since, today))
  const placesOf = new Map<string, string[]>()
  for (const { company_id, place_id } of sites) {
    const places = placesOf.get(company_id)
    if (!places) placesOf.set(company_id, [place_id])
    else if (!places.includes(place_id)) places.push(place_id)
  }
  const publishedOf = Map.groupBy(published, (row) => row.company_id)
  const sectors = new Map<string | null, { firms: number; published: number }>()
  for (const firm of firms) {
    const counts = sectors.get(firm.sector) ?? { firms: 0, published: 0 }
    sectors.set(firm.sector, counts)
    counts.firms += 1
    if (publishedOf.has(firm.id)) counts.published += 1
  }
  const work = published.map((row) => ({
    sector: row.sector,
    unit: unitOf(row.occupation_uri),
    count: Number(row.count),
  }))
  return {
    firms,
    quarters,
    unitOf,
    /** By company: its places, the main one first; what it published; what it expects; what came before. */
    placesOf,
    publishedOf,
    hiresOf: Map.groupBy(hires, (row) => row.company_id),
    promiseOf: firstOf(commitments),
    contactOf: new Map(contacts.map((row) => [row.company_id, row])),
    earlierOf: Map.groupBy(earlier, (row) => row.company_id),
    allContacts: contacts.reduce((sum, row) => sum + Number(row.contacts), 0),
    allReplies: contacts.reduce((sum, row) => sum + Number(row.replies), 0),
    /** Firms of the chamber by sector, and how many have ever published. */
    sectors,
    fitOf: learnFit(work, reference.sectors),
    near: findNearPeople(reference.placesOf(country), people),
  }
}

export type CountryCalls = Awaited<ReturnType<typeof readCallFacts>>

async function ofOwnTurn<Rows>(rows: Promise<Rows>): Promise<Rows> {
  const read = await rows
  await setImmediate()
  return read
}

function nextQuarter(quarter: string): string {
  const [year = '', of = ''] = quarter.split('-Q')
  return of === '4' ? `${Number(year) + 1}-Q1` : `${year}-Q${Number(of) + 1}`
}

function firstOf<Row extends { company_id: string }>(rows: readonly Row[]): Map<string, Row> {
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(row.company_id)) first.set(row.company_id, row)
  return first
}
