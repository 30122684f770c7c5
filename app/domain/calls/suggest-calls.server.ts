import { setImmediate } from 'node:timers/promises'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { type CountryCalls, readCallFacts } from './call-facts.server.ts'
import { callsADay, daysBetween, staffOf } from './calls.ts'
import { type WorkWeights, weightOf, withOwnWork } from './fit.ts'
import { farKm, nearKm } from './near-people.server.ts'
import { argueWithPeople, type CallReason, orderReasons, type StoredReasons } from './reasons.ts'
import { type Candidate, drawList } from './rotation.ts'
import { type CallFacts, type CallScore, refusedDays, restDays, scoreCall } from './score.ts'

/** A firm to call. */
export interface Suggestion {
  readonly companyId: string
  readonly score: number
  readonly stored: StoredReasons
}

/** So many firms are judged at a stretch before others get their turn. */
const stretch = 2000

type Firm = CountryCalls['firms'][number]

/** Where most people who fit a firm are near, and what it looks for. */
interface Supply {
  readonly placeId: string
  readonly fitting: number
  readonly weights: WorkWeights
}

/**
 * The firms that a chamber should call on a day, the best first, each with its reasons. Leaves out those that were
 * contacted within 14 days, that refused within 90, that were put off, or that are not suitable for now.
 */
export async function suggestCalls(
  { db, reference }: { readonly db: ReadDb; readonly reference: Reference },
  chamber: ChamberGround,
  today: string,
  size = callsADay,
): Promise<Suggestion[]> {
  const all = await readCallFacts({ db, reference }, chamber, today)
  const supplyOf = supplyFinder(all)
  const found = new Map<
    string,
    { firm: Firm; facts: CallFacts; score: CallScore; supply: Supply }
  >()
  const candidates: Candidate[] = []
  for (const [at, firm] of all.firms.entries()) {
    if (at % stretch === stretch - 1) await setImmediate()
    if (isLeftAlone(firm, all, today)) continue
    const supply = supplyOf(firm)
    const facts = factsOf(firm, supply, all, today)
    const score = scoreCall(facts)
    found.set(firm.id, { firm, facts, score, supply })
    const unit = districtOf(all.placesOf.get(firm.id), chamber, reference)
    candidates.push({ id: firm.id, unit, score: score.total })
  }
  return drawList(candidates, size, `${chamber.id} ${today}`).flatMap(({ id, drawn }) => {
    const one = found.get(id)
    if (!one) return []
    const reasons = orderReasons(reasonsOf(one.firm, one.facts, one.supply, all, drawn), one.score)
    const stored = { reasons, terms: one.score.terms }
    return { companyId: id, score: one.score.total, stored }
  })
}

function isLeftAlone({ id }: Firm, all: CountryCalls, today: string): boolean {
  const before = all.earlierOf.get(id) ?? []
  if (before.some((row) => row.until_day !== null && row.until_day > today)) return true
  const contact = all.contactOf.get(id)
  if (contact?.last && daysBetween(contact.last, today) < restDays) return true
  return Boolean(contact?.refused && daysBetween(contact.refused, today) < refusedDays)
}

function factsOf(firm: Firm, supply: Supply, all: CountryCalls, today: string): CallFacts {
  const contact = all.contactOf.get(firm.id)
  const promise = all.promiseOf.get(firm.id)
  const [hire] = all.hiresOf.get(firm.id) ?? []
  const sector = all.sectors.get(firm.sector)
  return {
    fitting: supply.fitting,
    staff: staffOf(firm),
    sectorFirms: sector?.firms ?? 0,
    sectorPublished: sector?.published ?? 0,
    hasOpening: (all.publishedOf.get(firm.id) ?? []).some((row) => Number(row.open) > 0),
    contacts: Number(contact?.contacts ?? 0),
    replies: Number(contact?.replies ?? 0),
    allContacts: all.allContacts,
    allReplies: all.allReplies,
    commitmentDueIn: promise ? daysBetween(today, promise.due_on) : null,
    intentionIn: hire ? all.quarters.indexOf(hire.quarter) : null,
    sinceContact: contact?.last ? daysBetween(contact.last, today) : null,
    stage: firm.stage ?? 'prospect',
    suggestedAgo: (all.earlierOf.get(firm.id) ?? [])
      .filter((row) => row.status === 'open')
      .map((row) => daysBetween(row.on_day, today)),
  }
}

/** Finds the supply of firms. Those of one sector at one place have the same people near: counted once. */
function supplyFinder(all: CountryCalls): (firm: Firm) => Supply {
  const { units, countsAt } = all.near
  const vectorOf = (weights: WorkWeights) =>
    Float64Array.from(units, (unit) => weightOf(weights, unit))
  const bySector = new Map<string | null, { vector: Float64Array; at: Map<string, number> }>()
  const ofSector = (placeId: string, sector: string | null) => {
    let known = bySector.get(sector)
    if (!known) {
      known = { vector: vectorOf(all.fitOf(sector)), at: new Map() }
      bySector.set(sector, known)
    }
    const sum = known.at.get(placeId) ?? product(known.vector, countsAt(placeId))
    known.at.set(placeId, sum)
    return sum
  }
  return (firm) => {
    const own = [...(all.hiresOf.get(firm.id) ?? []), ...(all.publishedOf.get(firm.id) ?? [])]
      .map((row) => all.unitOf(row.occupation_uri))
      .filter((unit) => unit > 0)
    const weights = withOwnWork(all.fitOf(firm.sector), own)
    const vector = own.length > 0 ? vectorOf(weights) : null
    let best: Supply = { placeId: '', fitting: 0, weights }
    for (const placeId of all.placesOf.get(firm.id) ?? []) {
      const fitting = vector ? product(vector, countsAt(placeId)) : ofSector(placeId, firm.sector)
      if (fitting > best.fitting || best.placeId === '') best = { placeId, fitting, weights }
    }
    return best
  }
}

function product(a: Readonly<Float64Array>, b: Readonly<Float64Array>): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function reasonsOf(
  firm: Firm,
  facts: CallFacts,
  { placeId, weights }: Supply,
  all: CountryCalls,
  drawn: boolean,
): CallReason[] {
  const hires = all.hiresOf.get(firm.id) ?? []
  const argument = argueWithPeople(
    weights,
    new Set(hires.map((row) => row.occupation_uri)),
    placeId ? [nearKm, farKm].map((km) => ({ km, near: all.near.occupationsAt(placeId, km) })) : [],
    placeId,
  )
  const promise = all.promiseOf.get(firm.id)
  const [hire] = hires
  const reasons: (CallReason | null | false | undefined)[] = [
    argument,
    promise && {
      code: 'commitment',
      kind: promise.kind,
      quantity: promise.quantity,
      dueOn: promise.due_on,
    },
    hire && {
      code: 'intention',
      kind: hire.kind,
      posts: hire.posts,
      occupation: hire.occupation_uri,
      quarter: hire.quarter,
    },
    !facts.hasOpening && { code: 'opening' },
    facts.contacts > 0 && { code: 'answers', replies: facts.replies, contacts: facts.contacts },
    { code: 'contact', last: all.contactOf.get(firm.id)?.last ?? null },
    firm.headcount !== null && { code: 'size', staff: firm.headcount },
    drawn && { code: 'drawn' },
  ]
  return reasons.filter((one) => one !== null && one !== undefined && one !== false)
}

/** The district where a firm counts: its first site on the chamber's ground. */
function districtOf(
  places: readonly string[] | undefined,
  chamber: ChamberGround,
  reference: Reference,
): string {
  const units = (places ?? []).flatMap((id) => reference.place(id)?.admin1 ?? [])
  return units.find((unit) => chamber.admin1s.includes(unit)) ?? units[0] ?? ''
}
