import { createHash } from 'node:crypto'
import { type Credit, creditOf, type Near, nearOf, wantedNear } from './credit.ts'

/** A skill, knowledge or skill group, with its direct parents (skills or groups). */
export interface SkillRow {
  readonly uri: string
  readonly parents: readonly string[]
}

export interface OccupationRow {
  readonly uri: string
  /** Four digits of ISCO-08. */
  readonly isco08: string
  readonly essential: readonly string[]
  readonly useful: readonly string[]
}

/** Latent vectors of skills (the FIELD part of the score), built when a taxonomy is imported. */
export interface FieldRows {
  readonly dimensions: number
  readonly skills: Iterable<readonly [uri: string, vector: ArrayLike<number>]>
  /** `structure` of the taxonomy they were computed from: under another one they are not used. */
  readonly builtFrom?: string
}

export interface TaxonomyRows {
  readonly skills: Iterable<SkillRow>
  readonly occupations: Iterable<OccupationRow>
  readonly field?: FieldRows
}

/** An occupation's skills as a vector of length 1: essential skills weigh w, useful ones half. */
export interface OccupationVector {
  readonly skills: Int32Array
  readonly weights: Float64Array
}

/**
 * By skill: its occupations are those at `starts[skill]` up to `starts[skill + 1]`, which is not there for a skill first
 * met after the taxonomy was built. In one piece, for who looks at those of many skills.
 */
export interface Listings {
  readonly starts: Int32Array
  readonly occupations: Int32Array
  readonly weights: Float64Array
}

/**
 * The concepts, interned as small integers. Skills that the rows do not know get a number when
 * first met: they match themselves only, and weigh as much as a skill no occupation lists.
 */
export interface Taxonomy {
  /** Changes when the rows do: what was inferred with another taxonomy must be inferred again. */
  readonly fingerprint: string
  /** Changes with the concepts and their relations only, not with the latent vectors. */
  readonly structure: string
  readonly occupationCount: number
  /** The number of a skill or group, new for one never met. */
  skill(uri: string): number
  skillUri(skill: number): string
  /** The number of an occupation; -1 when unknown. */
  occupation(uri: string): number
  occupationUri(occupation: number): string
  /** ISCO-08 code of an occupation as a number of up to four digits; -1 when it has none. */
  isco(occupation: number): number
  /** w(s) = ln(1 + N/(1 + n_s)): the rarer among occupations, the more a skill says. */
  weight(skill: number): number
  /** I(x): the same, counting occupations that list x or a direct child of it. */
  informativeness(concept: number): number
  parents(skill: number): readonly number[]
  children(skill: number): readonly number[]
  /** What a person's skill `has` is worth for a wanted skill; 0 when they are not near. */
  credit(wanted: number, has: number): Credit
  /** All skills that earn credit for a wanted one, itself included. Cached: do not change. */
  near(wanted: number): Near
  /** All wanted skills for which a person's skill earns credit. Cached: do not change. */
  wantedNear(has: number): Near
  vector(occupation: number): OccupationVector
  /** Occupations that list each skill, with its weight in their vectors. */
  readonly listings: Listings
  readonly fieldDimensions: number
  /** Null when there are no vectors or none for this skill. */
  fieldVector(skill: number): Float32Array | null
  /** A small integer for a code (language, contract, country...), new for one never met. */
  code(text: string): number
  codeText(code: number): string
}

/** Builds the taxonomy in memory: about 200 ms for the whole of ESCO. */
export function buildTaxonomy(rows: TaxonomyRows): Taxonomy {
  const skills = new Interner()
  const codes = new Interner()
  const parents: number[][] = []
  const children: number[][] = []
  const hash = createHash('sha256')
  const grow = () => {
    while (parents.length < skills.size) {
      parents.push([])
      children.push([])
    }
  }
  for (const row of rows.skills) {
    const skill = skills.of(row.uri)
    hash.update(`s${row.uri}`)
    for (const uri of new Set(row.parents)) {
      const parent = skills.of(uri)
      grow()
      hash.update(`<${uri}`)
      if (parent === skill || parents[skill]?.includes(parent)) continue
      parents[skill]?.push(parent)
      children[parent]?.push(skill)
    }
    grow()
  }

  const occupations = new Interner()
  const isco: number[] = []
  const lists: { essential: number[]; useful: number[] }[] = []
  for (const row of rows.occupations) {
    if (occupations.find(row.uri) !== -1) continue
    occupations.of(row.uri)
    isco.push(parseIsco(row.isco08))
    const essential = [...new Set(row.essential)].map((uri) => skills.of(uri))
    const useful = [...new Set(row.useful)]
      .map((uri) => skills.of(uri))
      .filter((skill) => !essential.includes(skill))
    lists.push({ essential, useful })
    hash.update(`o${row.uri} ${row.isco08} ${row.essential.join(' ')}/${row.useful.join(' ')}`)
  }
  grow()

  const listedBy: number[][] = Array.from({ length: skills.size }, () => [])
  lists.forEach(({ essential, useful }, occupation) => {
    for (const skill of essential) listedBy[skill]?.push(occupation)
    for (const skill of useful) listedBy[skill]?.push(occupation)
  })
  const count = occupations.size
  const weighing = (listed: number) => Math.log(1 + count / (1 + listed))
  const unlisted = weighing(0)
  const weights = listedBy.map((list) => weighing(list.length))
  const weight = (skill: number) => weights[skill] ?? unlisted

  const informativenessCache = new Map<number, number>()
  const informativeness = (concept: number) => {
    let value = informativenessCache.get(concept)
    if (value === undefined) {
      const listing = new Set(listedBy[concept])
      for (const child of children[concept] ?? []) {
        for (const occupation of listedBy[child] ?? []) listing.add(occupation)
      }
      value = weighing(listing.size)
      informativenessCache.set(concept, value)
    }
    return value
  }

  const vectors = lists.map(({ essential, useful }) => {
    const ids = Int32Array.from([...essential, ...useful])
    const raw = Float64Array.from(ids, (skill, at) =>
      at < essential.length ? weight(skill) : weight(skill) / 2,
    )
    const length = Math.hypot(...raw) || 1
    return { skills: ids, weights: raw.map((value) => value / length) }
  })
  const listings = listingsOf(listedBy, vectors)

  const structure = hash.copy().digest('base64url').slice(0, 22)
  const usable =
    !rows.field?.builtFrom || rows.field.builtFrom === structure ? rows.field : undefined
  const field: (Float32Array | undefined)[] = []
  for (const [uri, vector] of usable?.skills ?? []) {
    const values = vector instanceof Float32Array ? vector : Float32Array.from(vector)
    field[skills.of(uri)] = values
    hash.update(`f${uri}`).update(values)
  }

  const none: readonly number[] = []
  const noVector = { skills: new Int32Array(0), weights: new Float64Array(0) }
  const nearCache = new Map<number, Near>()
  const wantedCache = new Map<number, Near>()
  const cached = (cache: Map<number, Near>, skill: number, make: () => Near) => {
    let found = cache.get(skill)
    if (!found) {
      found = make()
      cache.set(skill, found)
    }
    return found
  }
  const taxonomy: Taxonomy = {
    fingerprint: hash.digest('base64url').slice(0, 22),
    structure,
    occupationCount: count,
    skill: (uri) => skills.of(uri),
    skillUri: (skill) => skills.text(skill),
    occupation: (uri) => occupations.find(uri),
    occupationUri: (occupation) => occupations.text(occupation),
    isco: (occupation) => isco[occupation] ?? -1,
    weight,
    informativeness,
    parents: (skill) => parents[skill] ?? none,
    children: (skill) => children[skill] ?? none,
    credit: (wanted, has) => creditOf(taxonomy, wanted, has),
    near: (wanted) => cached(nearCache, wanted, () => nearOf(taxonomy, wanted)),
    wantedNear: (has) => cached(wantedCache, has, () => wantedNear(taxonomy, has)),
    vector: (occupation) => vectors[occupation] ?? noVector,
    listings,
    fieldDimensions: usable?.dimensions ?? 0,
    fieldVector: (skill) => field[skill] ?? null,
    code: (text) => codes.of(text),
    codeText: (code) => codes.text(code),
  }
  return taxonomy
}

function listingsOf(
  listedBy: readonly (readonly number[])[],
  vectors: readonly OccupationVector[],
): Listings {
  const starts = new Int32Array(listedBy.length + 1)
  listedBy.forEach((list, skill) => {
    starts[skill + 1] = (starts[skill] ?? 0) + list.length
  })
  const total = starts[listedBy.length] ?? 0
  const occupations = new Int32Array(total)
  const weights = new Float64Array(total)
  const ends = starts.slice()
  vectors.forEach((vector, occupation) => {
    // Essential and useful skills do not overlap: each occupation stands once in a skill's list.
    vector.skills.forEach((skill, at) => {
      const place = ends[skill] ?? 0
      occupations[place] = occupation
      weights[place] = vector.weights[at] ?? 0
      ends[skill] = place + 1
    })
  })
  return { starts, occupations, weights }
}

/** An ISCO-08 unit group as a number (`0110` is 110); -1 unless it has four digits. */
export function parseIsco(code: string): number {
  return /^\d{4}$/.test(code) ? Number(code) : -1
}

class Interner {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  get size(): number {
    return this.#texts.length
  }

  of(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#texts.length
      this.#numbers.set(text, number)
      this.#texts.push(text)
    }
    return number
  }

  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  text(number: number): string {
    return this.#texts[number] ?? ''
  }
}
