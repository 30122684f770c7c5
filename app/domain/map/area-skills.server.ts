import { opportunityDocument } from '#app/domain/indexing/opportunity-document.server.ts'
import { wordless } from '#app/domain/match/wordless.server.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import { toDay } from '#db/codec.ts'
import { indexedOpportunities } from '#db/queries/indexed-opportunities.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { SkillReason } from '#search/matching/explain.ts'
import { distanceKm, unitVector } from '#search/measures.ts'
import type { MapArea } from './areas.ts'
import type { Shown } from './classes.ts'
import { chosenPosts } from './count-firms.server.ts'
import { countryFacts, type PostFact } from './facts.server.ts'
import { keptAnswers } from './kept-answers.server.ts'
import type { MapStores } from './measure.server.ts'
import { publishPeople } from './publish-people.server.ts'
import { type Outlines, readOutlines } from './read-outlines.server.ts'
import { type MapScope, selectionOf } from './selection.ts'
import { type SkillSupply, skillSupply, supplyIn } from './skill-supply.server.ts'
import { readMapView } from './view.ts'

/** Where people with a skill are. */
export interface Supply {
  readonly area: MapArea
  /** From the area that is looked at; 0 for itself. */
  readonly km: number
  readonly people: Shown
}

/** A skill in an area: how many posts call it essential, how many people there hold it. */
export interface SkillLine {
  readonly skill: string
  readonly posts: number
  readonly people: Shown
  /** The nearest area where five or more hold it; null where none is known. */
  readonly nearest: Supply | null
}

/** An opportunity that people of the area nearly meet. */
export interface NearMiss {
  readonly opportunityId: string
  readonly people: Shown
  /** The skill that most of them lack. */
  readonly skill: string
}

/** A skill that would bring people over half of what an opportunity calls essential. */
export interface Training {
  readonly skill: string
  readonly people: Shown
}

/** What an area wants and has. */
export interface AreaSkills {
  readonly wanted: readonly SkillLine[]
  readonly offered: readonly SkillLine[]
  readonly nearMisses: readonly NearMiss[]
  readonly training: readonly Training[]
  /** Bounds of what was looked at for near misses and training. */
  readonly looked: { readonly posts: number; readonly people: number }
  readonly asOf: string
}

const listed = 12
/** Opportunities of an area that are compared with its people, the newest first. */
const mostPosts = 60
/** People compared with each, the best first. */
const mostPeople = 100
/** The band "good" begins here: half of what is essential, by weight. */
const threshold = 0.5
/** What a skill counts on the person's own word. */
const ownWord = 0.9

const kept = keptAnswers<AreaSkills>({ leastMs: 120_000, most: 60 })

/**
 * Skills of an area: what its open posts want most, what its people bring most, who is one skill short
 * and what learning would help most of them. Comparing costs a few milliseconds an opportunity, so it is
 * bounded and kept until the data change, two minutes at least.
 */
export function areaSkills(
  stores: MapStores & { readonly search: SearchEngine },
  scope: MapScope,
  area: MapArea,
): Promise<AreaSkills> {
  const asked = JSON.stringify([scope.country, scope.chamber?.id, area.id])
  return kept(stores.db, asked, () => compute(stores, scope, area))
}

async function compute(
  stores: MapStores & { readonly search: SearchEngine },
  scope: MapScope,
  area: MapArea,
): Promise<AreaSkills> {
  const { db, reference, secret } = stores
  const today = toDay(stores.now())
  const all = { occupation: null, skill: null }
  const chosen = selectionOf(readMapView([]), all, reference.sectors, today)
  const [facts, supply, outlines] = await Promise.all([
    countryFacts(stores, scope.country),
    skillSupply(stores, scope.country),
    readOutlines(db, scope.country),
  ])
  const posts = chosenPosts(facts, scope, chosen).filter((post) => {
    const unit = post.placeId ? reference.place(post.placeId)?.admin1 : undefined
    return unit !== undefined && area.units.includes(unit)
  })
  const wanted = new Map<string, number>()
  for (const post of posts) {
    for (const skill of post.essential) wanted.set(skill, (wanted.get(skill) ?? 0) + post.posts)
  }
  const held = supplyIn(supply, area.units)
  const shown = (skill: string): Shown => {
    const set = held.get(skill)
    return set ? publishPeople(set, secret) : 'few'
  }
  const line = (skill: string): SkillLine => ({
    skill,
    posts: wanted.get(skill) ?? 0,
    people: shown(skill),
    nearest: nearestSupply(skill, area, supply, outlines, secret),
  })
  const top = (skills: Iterable<string>, worth: (skill: string) => number) =>
    [...skills]
      .map((skill) => ({ skill, worth: worth(skill) }))
      .filter((one) => one.worth > 0)
      .toSorted((a, b) => b.worth - a.worth || (a.skill < b.skill ? -1 : 1))
      .slice(0, listed)
      .map((one) => line(one.skill))
  const compared = await comparePeople(stores, posts, area)
  return {
    wanted: top(wanted.keys(), (skill) => wanted.get(skill) ?? 0),
    offered: top(held.keys(), (skill) => Number(shown(skill)) || 0),
    ...compared,
    looked: { posts: Math.min(posts.length, mostPosts), people: mostPeople },
    asOf: supply.at,
  }
}

function nearestSupply(
  skill: string,
  from: MapArea,
  supply: SkillSupply,
  { areas }: Outlines,
  secret: string,
): Supply | null {
  const here = unitVector(from)
  const found = areas
    .map((area) => ({ area, km: area.id === from.id ? 0 : distanceKm(here, unitVector(area)) }))
    .toSorted((a, b) => a.km - b.km)
  for (const { area, km } of found) {
    const set = supplyIn(supply, area.units).get(skill)
    const people = set ? publishPeople(set, secret) : 'few'
    if (people !== 'few') return { area, km, people }
  }
  return null
}

/** Compares the newest opportunities of an area with the people who live there. */
async function comparePeople(
  { db, reference, search, secret }: MapStores & { readonly search: SearchEngine },
  posts: readonly PostFact[],
  area: MapArea,
): Promise<Pick<AreaSkills, 'nearMisses' | 'training'>> {
  const newest = posts
    .toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1))
    .slice(0, mostPosts)
    .map((post) => post.id)
  const unnamed = wordless(reference)
  const moved = new Map<string, Set<string>>()
  const nearMisses: NearMiss[] = []
  for (const indexed of await indexedOpportunities(db, newest)) {
    const need = opportunityDocument(indexed, unnamed)
    const { hits } = await askSearch(search, () =>
      search.candidates(
        'profile',
        need,
        { status: ['active'], admin1: area.units },
        { limit: mostPeople, explain: true },
      ),
    )
    const short = new Map<string, string[]>()
    for (const { id, explanation } of hits) {
      const essential = (explanation?.skills ?? []).filter((reason) => reason.essential)
      const missing = essential.filter((reason) => reason.state === 'missing')
      const [only] = missing
      if (only && missing.length === 1 && essential.length > 1) {
        short.set(only.wanted, [...(short.get(only.wanted) ?? []), id])
      }
      for (const skill of liftedBy(essential, reference)) {
        moved.set(skill, (moved.get(skill) ?? new Set()).add(id))
      }
    }
    const people = [...short.values()].flat()
    const [most] = [...short].toSorted(([, a], [, b]) => b.length - a.length)
    const told = publishPeople(setOf(people), secret)
    if (most && told !== 'few') {
      nearMisses.push({ opportunityId: need.id, people: told, skill: most[0] })
    }
  }
  const size = (value: Shown) => (typeof value === 'number' ? value : 0)
  return {
    nearMisses: nearMisses.toSorted((a, b) => size(b.people) - size(a.people)).slice(0, listed),
    training: [...moved]
      .map(([skill, people]) => ({ skill, people: publishPeople(setOf([...people]), secret) }))
      .filter((one) => one.people !== 'few')
      .toSorted((a, b) => size(b.people) - size(a.people) || (a.skill < b.skill ? -1 : 1))
      .slice(0, listed),
  }
}

function setOf(ids: readonly string[]) {
  const sorted = ids.toSorted()
  return { count: ids.length, first: sorted[0] ?? '', last: sorted.at(-1) ?? '' }
}

/** The missing skills each of which alone would bring somebody from under half of what is essential to half or more. */
function liftedBy(
  essential: readonly SkillReason[],
  { taxonomy }: MapStores['reference'],
): string[] {
  const weights = essential.map((reason) => taxonomy.weight(taxonomy.skill(reason.wanted)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const earned = essential.reduce((sum, reason, at) => sum + (weights[at] ?? 0) * reason.credit, 0)
  if (whole === 0 || earned / whole >= threshold) return []
  return essential
    .filter((reason, at) => {
      const more = (weights[at] ?? 0) * (ownWord - reason.credit)
      return reason.credit < ownWord && (earned + more) / whole >= threshold
    })
    .map((reason) => reason.wanted)
}
