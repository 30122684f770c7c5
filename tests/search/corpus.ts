import type { DocumentPlace, LanguageLevel } from '#search/documents/common.ts'
import { OPPORTUNITY_KINDS } from '#search/documents/common.ts'
import type { CompanyDocument } from '#search/documents/company.ts'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import type { Evidence, ProfileDocument } from '#search/documents/profile.ts'
import { buildLatentSpace } from '#search/matching/latent-space.ts'
import { buildTaxonomy, type Taxonomy, type TaxonomyRows } from '#search/matching/taxonomy.ts'

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    some: <T>(list: readonly T[], most: number): T[] => {
      const wanted = below(most + 1)
      return [...new Set(Array.from({ length: wanted }, () => list[below(list.length)] as T))]
    },
  }
}

export const skillUri = (at: number) => `skill:${at}`
export const occupationUri = (at: number) => `occupation:${at}`

/** Groups of eight skills under a parent, groups of five parents under a root; 60 occupations. */
export function seededRows(seed: number, size = { skills: 200, occupations: 60 }): TaxonomyRows {
  const random = randomFrom(seed)
  const skills = Array.from({ length: size.skills }, (_, at) => ({
    uri: skillUri(at),
    parents:
      at % 8 === 0
        ? [`group:${Math.trunc(at / 40)}`]
        : [skillUri(at - (at % 8)), ...(random.chance(0.1) ? [skillUri(random.below(at))] : [])],
  }))
  const groups = Array.from({ length: Math.ceil(size.skills / 40) }, (_, at) => ({
    uri: `group:${at}`,
    parents: [],
  }))
  const occupations = Array.from({ length: size.occupations }, (_, at) => {
    const base = random.below(size.skills)
    const near = () => skillUri((base + random.below(30)) % size.skills)
    return {
      uri: occupationUri(at),
      isco08: String(1000 + ((at * 137) % 8999)).padStart(4, '0'),
      essential: Array.from({ length: 5 + random.below(6) }, near),
      useful: Array.from({ length: random.below(6) }, near),
    }
  })
  return { skills: [...skills, ...groups], occupations }
}

export const seededTaxonomy = (seed: number): Taxonomy => buildTaxonomy(seededRows(seed))

/** The same taxonomy with latent vectors, as an installation has them. */
export function fieldTaxonomy(seed: number, dimensions = 24): Taxonomy {
  const rows = seededRows(seed)
  const bare = buildTaxonomy(rows)
  const space = buildLatentSpace(bare, dimensions)
  const skills = Array.from(space.skills, (skill, at): [string, Float32Array] => [
    bare.skillUri(skill),
    space.vectors.slice(at * space.dimensions, (at + 1) * space.dimensions),
  ])
  return buildTaxonomy({ ...rows, field: { dimensions: space.dimensions, skills } })
}

export const PLACES: readonly DocumentPlace[] = [
  { id: 'abidjan', admin1: 'CI-AB', lat: 5.345, lng: -4.024 },
  { id: 'bouake', admin1: 'CI-VB', lat: 7.69, lng: -5.03 },
  { id: 'yamoussoukro', admin1: 'CI-YM', lat: 6.816, lng: -5.274 },
  { id: 'san-pedro', admin1: 'CI-BS', lat: 4.748, lng: -6.636 },
  { id: 'bingerville', admin1: 'CI-AB', lat: 5.355, lng: -3.885 },
  { id: 'tunis', admin1: 'TN-11', lat: 36.806, lng: 10.181 },
]
const WORDS =
  'soudeur électricien maçonnerie couture حلاق plombier réseau caisse vente cuisine طباخ carpenter'.split(
    ' ',
  )
const ISCOS = Array.from({ length: 60 }, (_, at) => String(1000 + ((at * 137) % 8999)))
const CONTRACTS = ['cdi', 'cdd', 'stage-ecole']
const LICENCES = ['B', 'C', 'electrician-h1']
const LANGUAGES = ['fr', 'en', 'ar']
const day = (offset: number) =>
  new Date(Date.UTC(2026, 10, 1) + offset * 86_400_000).toISOString().slice(0, 10)
const instant = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString()
const id = (kind: string, at: number) => `${kind}-${String(at).padStart(6, '0')}`

type Random = ReturnType<typeof randomFrom>

function text(random: Random) {
  const words = (most: number) => random.some(WORDS, most).join(' ')
  return { title: words(2), skills: words(3), place: words(1), body: words(6) }
}

function level(random: Random): LanguageLevel {
  return random.pick([1, 2, 3, 4, 5, 6, 7] as const)
}

export function seededProfile(random: Random, at: number, skills = 200): ProfileDocument {
  const base = random.below(skills)
  const occupations = random.some(
    Array.from({ length: 60 }, (_, index) => index),
    2,
  )
  return {
    id: id('p', at),
    code: `CI-${at}`,
    country: random.chance(0.9) ? 'CI' : 'TN',
    status: random.chance(0.9) ? 'active' : 'paused',
    occupations: occupations.map((index) => ({
      uri: occupationUri(index),
      isco08: ISCOS[index] ?? '',
      months: random.below(100),
      labels: '',
    })),
    skills: Array.from({ length: random.below(14) }, () => ({
      uri: skillUri((base + random.below(24)) % skills),
      level: 2 as const,
      evidence: random.pick<Evidence>(['self', 'self', 'employer', 'certified', 'assessed']),
    })).filter((skill, index, all) => all.findIndex(({ uri }) => uri === skill.uri) === index),
    languages: random.some(LANGUAGES, 3).map((code) => ({ code, level: level(random) })),
    education: random.chance(0.2) ? null : random.below(9),
    experienceMonths: random.below(120),
    place: random.chance(0.1) ? null : random.pick(PLACES),
    radiusKm: random.chance(0.2) ? null : random.pick([5, 30, 100, 400]),
    relocate: random.chance(0.3),
    remote: random.chance(0.3),
    availableFrom: random.chance(0.4) ? null : day(random.below(200)),
    kinds: random.some(OPPORTUNITY_KINDS, 2),
    contracts: random.some(CONTRACTS, 2),
    licences: random.some(LICENCES, 2),
    minPay: random.chance(0.5)
      ? null
      : { amount: 60_000 + random.below(200_000), currency: 'XOF', period: 'month' },
    verified: random.some(['contact', 'identity', 'education'] as const, 2),
    updatedAt: instant(random.below(500)),
    blockedCompanyIds: random.chance(0.1) ? [id('c', random.below(20))] : [],
    text: text(random),
  }
}

export function seededOpportunity(random: Random, at: number, skills = 200): OpportunityDocument {
  const base = random.below(skills)
  const index = random.below(60)
  const min = 60_000 + random.below(200_000)
  return {
    id: id('o', at),
    country: random.chance(0.9) ? 'CI' : 'TN',
    companyId: id('c', random.below(20)),
    companyName: 'Atelier',
    sector: random.chance(0.1) ? null : random.pick(['4100', '4321', '1410', 'F']),
    kind: random.pick(OPPORTUNITY_KINDS),
    contract: random.chance(0.3) ? null : random.pick(CONTRACTS),
    occupation: random.chance(0.2)
      ? null
      : { uri: occupationUri(index), isco08: ISCOS[index] ?? '' },
    skills: Array.from({ length: random.below(10) }, () => ({
      uri: skillUri((base + random.below(24)) % skills),
      essential: random.chance(0.6),
    })).filter(
      (skill, position, all) => all.findIndex(({ uri }) => uri === skill.uri) === position,
    ),
    languages: random
      .some(LANGUAGES, 2)
      .map((code) => ({ code, level: level(random), required: random.chance(0.2) })),
    education: random.chance(0.5) ? null : random.below(9),
    experienceMonths: random.chance(0.5) ? null : random.below(60),
    licences: random.chance(0.1) ? [random.pick(LICENCES)] : [],
    place: random.chance(0.1) ? null : random.pick(PLACES),
    remote: random.chance(0.2),
    start: random.chance(0.5) ? null : day(random.below(200)),
    deadline: random.chance(0.3) ? null : day(random.below(100)),
    posts: 1 + random.below(5),
    pay: random.chance(0.5) ? null : { min, max: min + 20_000, currency: 'XOF', period: 'month' },
    status: random.chance(0.9) ? 'open' : 'closed',
    publishedAt: instant(random.below(500)),
    text: text(random),
  }
}

export function seededCompany(random: Random, at: number): CompanyDocument {
  const place = random.chance(0.2) ? null : random.pick(PLACES)
  return {
    id: id('c', at),
    country: 'CI',
    name: `Atelier ${at}`,
    sectors: random.some(['4100', '4321', '1410'], 2),
    admin1: place?.admin1 ?? null,
    place,
    stage: random.pick(['lead', 'contacted', 'partner']),
    verified: random.chance(0.5),
    sizeBand: random.chance(0.2) ? null : random.pick(['1-9', '10-49']),
    updatedAt: instant(random.below(500)),
    text: text(random),
  }
}

export function seededCorpus(seed: number, sizes: { profiles: number; opportunities: number }) {
  const random = randomFrom(seed)
  const many = <T>(count: number, make: (random: Random, at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(random, at))
  return {
    profiles: many(sizes.profiles, (r, at) => seededProfile(r, at)),
    opportunities: many(sizes.opportunities, (r, at) => seededOpportunity(r, at)),
    companies: many(40, seededCompany),
  }
}

/** A plain active profile with what a test wants of it. */
export function profileWith(id: string, changes: Partial<ProfileDocument> = {}): ProfileDocument {
  return {
    id,
    code: id,
    country: 'CI',
    status: 'active',
    occupations: [],
    skills: [],
    languages: [],
    education: null,
    experienceMonths: 0,
    place: null,
    radiusKm: null,
    relocate: false,
    remote: false,
    availableFrom: null,
    kinds: [],
    contracts: [],
    licences: [],
    minPay: null,
    verified: [],
    updatedAt: '2026-01-01T00:00:00Z',
    blockedCompanyIds: [],
    text: { title: '', skills: '', place: '', body: '' },
    ...changes,
  }
}

/** A plain open job with what a test wants of it. */
export function opportunityWith(
  id: string,
  changes: Partial<OpportunityDocument> = {},
): OpportunityDocument {
  return {
    id,
    country: 'CI',
    companyId: 'c-1',
    companyName: 'Atelier',
    sector: null,
    kind: 'job',
    contract: null,
    occupation: null,
    skills: [],
    languages: [],
    education: null,
    experienceMonths: null,
    licences: [],
    place: null,
    remote: false,
    start: null,
    deadline: null,
    posts: 1,
    pay: null,
    status: 'open',
    publishedAt: '2026-01-01T00:00:00Z',
    text: { title: '', skills: '', place: '', body: '' },
    ...changes,
  }
}
