import { looksAfter } from '#app/domain/chamber/chamber.ts'
import type { Sector } from '#app/domain/reference/reference.ts'
import { type FilterName, filterNames, filtersOf, type MapView, periodOf } from './view.ts'

/** Whose map it is: a chamber's, which sees what it looks after, or everybody's (`chamber` null). */
export interface MapScope {
  readonly country: string
  readonly chamber: {
    readonly id: string
    readonly country: string
    readonly admin1s: readonly string[]
  } | null
}

/** A view with its words turned into concepts and its sector into divisions; filters of other measures left out. */
export interface Selection {
  readonly sectors: ReadonlySet<string> | null
  readonly size: string | null
  readonly occupation: string | null
  readonly skill: string | null
  readonly kind: string | null
  readonly chamber: string | null
  readonly period: ReturnType<typeof periodOf> | null
  /** The day from which an opportunity without an earlier deadline is open. */
  readonly today: string
  /** Filters that were asked for and that say nothing of what is counted. */
  readonly ignored: readonly FilterName[]
}

/** Concepts that a view names: the words of its address, as they were understood. */
export interface NamedConcepts {
  readonly occupation: string | null
  readonly skill: string | null
}

/** What a view asks to be counted. */
export function selectionOf(
  view: MapView,
  concepts: NamedConcepts,
  sectors: readonly Sector[],
  today: string,
): Selection {
  const used = new Set<FilterName>(filtersOf[view.measure])
  const asked: Partial<Record<FilterName, string | null | undefined>> = {
    sector: view.sector,
    size: view.size,
    kind: view.kind,
    chamber: view.chamber,
    time: view.time,
    ...concepts,
  }
  const pick = (name: FilterName) => (used.has(name) ? (asked[name] ?? null) : null)
  const sector = pick('sector')
  const time = pick('time')
  return {
    sectors: sector === null ? null : codesOf(sector, sectors),
    size: pick('size'),
    occupation: pick('occupation'),
    skill: pick('skill'),
    kind: pick('kind'),
    chamber: pick('chamber'),
    period: time === null ? null : periodOf(time),
    today,
    ignored: filterNames.filter((name) => asked[name] && !used.has(name)),
  }
}

/** A section with its divisions, or a division alone; firms may be known by either. */
function codesOf(code: string, sectors: readonly Sector[]): ReadonlySet<string> {
  const below = sectors.filter((one) => one.parent === code).map((one) => one.code)
  return new Set([code, ...below])
}

interface Firm {
  readonly sector: string | null
  readonly size: string | null
  readonly chamberId: string | null
  readonly units: readonly string[]
}

/** True for a company that the scope holds and the selection leaves. */
export function isFirmChosen(
  { country, chamber }: MapScope,
  chosen: Selection,
  firm: Firm,
): boolean {
  const { sectors, size } = chosen
  if (sectors && !(firm.sector !== null && sectors.has(firm.sector))) return false
  if (size && firm.size !== size) return false
  if (chosen.chamber && firm.chamberId !== chosen.chamber) return false
  return (
    chamber === null ||
    looksAfter(chamber, { country, chamberId: firm.chamberId, admin1s: firm.units })
  )
}

interface Post {
  readonly kind: string
  readonly occupation: string | null
  readonly skills: readonly string[]
  readonly deadline: string | null
  readonly publishedOn: string
}

/** True for an opportunity that is open and that the selection leaves; its firm is asked for apart. */
export function isPostChosen(chosen: Selection, post: Post): boolean {
  const { kind, occupation, skill, period, today } = chosen
  if (post.deadline !== null && post.deadline < today) return false
  if (kind && post.kind !== kind) return false
  if (occupation && post.occupation !== occupation) return false
  if (skill && !post.skills.includes(skill)) return false
  return !period || (post.publishedOn >= period.from && post.publishedOn <= period.to)
}

/** True for a company that the map's reader may know by name: the public is told verified companies that are public. */
export function isNamed(
  { chamber }: MapScope,
  firm: { readonly verified: boolean; readonly isPublic: boolean },
): boolean {
  return chamber !== null || (firm.verified && firm.isPublic)
}

/** True where the scope holds a unit: figures of people elsewhere are not this chamber's business. */
export function isOnGround({ chamber }: MapScope, units: readonly string[]): boolean {
  if (!chamber || chamber.admin1s.length === 0) return true
  return units.some((unit) => chamber.admin1s.includes(unit))
}
