import type { Calendar } from './days.ts'
import { industries } from './industries.ts'
import { inventPerson } from './people.ts'
import type { ExperiencePlan, ProfilePlan, SkillPlan } from './profile-rows.ts'
import { profileHeadline, profileSummary, workDescription } from './profile-words.ts'
import { type Random, randomFrom } from './random.ts'
import { type Region, regions } from './regions.ts'
import { areas, educationsOf, licencesOf, payBand } from './trades.ts'
import type { DemoOccupation, DemoVocabulary } from './vocabulary.ts'

/** Countries that people worked in, with their weight and the languages that one brings home from there. */
const abroad: readonly (readonly [{ country: string; language: string | null }, number])[] = [
  [{ country: 'TN', language: 'ar' }, 30],
  [{ country: 'LY', language: 'ar' }, 14],
  [{ country: 'MA', language: 'ar' }, 12],
  [{ country: 'DZ', language: 'ar' }, 12],
  [{ country: 'IT', language: 'it' }, 9],
  [{ country: 'FR', language: null }, 6],
  [{ country: 'GH', language: 'en' }, 6],
  [{ country: 'DE', language: 'de' }, 4],
  [{ country: 'ES', language: 'es' }, 3],
  [{ country: 'ML', language: 'bm' }, 2],
  [{ country: 'SN', language: 'wo' }, 2],
]

const kindsWished: readonly (readonly [readonly string[], number])[] = [
  [['job'], 50],
  [['job', 'internship'], 30],
  [['job', 'internship', 'apprenticeship'], 12],
  [['internship'], 4],
  [['apprenticeship', 'job'], 4],
]

/** A person that must come out a certain way: hired already for work in a place. */
export interface Wanted {
  readonly occupation: DemoOccupation
  readonly admin1: string
  readonly kind: string
  /** Days since the work began: they were here before. */
  readonly ago: number
  /** The work has ended, and they look for another. */
  readonly looking: boolean
}

/** People from all over the country; the first ones fit `wanted`, one each. Who is at work is no longer looking. */
export function planProfiles(
  count: number,
  wanted: readonly Wanted[],
  vocabulary: DemoVocabulary,
  calendar: Calendar,
): ProfilePlan[] {
  const random = randomFrom('profiles')
  const homes = regions.map((region) => [region, region.people] as const)
  return Array.from({ length: count }, (_, at) => {
    const given = wanted[at]
    const region = regions.find((one) => one.admin1 === given?.admin1) ?? random.weighted(homes)
    const first = given?.occupation ?? pickOccupation(vocabulary, random)
    const plan = planProfile(region, first, at, { vocabulary, calendar, random })
    if (!given) return plan
    return {
      ...plan,
      status: given.looking ? 'published' : 'paused',
      kinds: [given.kind],
      daysOld: Math.max(plan.daysOld, given.ago + 20 + (at % 60)),
    }
  })
}

interface Tools {
  readonly vocabulary: DemoVocabulary
  readonly calendar: Calendar
  readonly random: Random
}

const offered = new Set(industries.flatMap((industry) => industry.occupations))

/** Mostly work that firms here offer: a market where nobody fits would show nothing. */
function pickOccupation(vocabulary: DemoVocabulary, random: Random): DemoOccupation {
  const area = random.weighted(
    Object.entries(areas).map(([key, { weight }]) => [key, weight] as const),
  )
  const all = vocabulary.occupationsOf(area)
  const common = all.filter(({ key }) => offered.has(key))
  return random.pick(common.length > 0 && random.chance(0.85) ? common : all)
}

function planProfile(
  region: Region,
  first: DemoOccupation,
  count: number,
  tools: Tools,
): ProfilePlan {
  const { calendar, random } = tools
  const age = Math.max(
    19,
    Math.min(58, Math.round(18 + 26 * random.next() * (0.5 + random.next()))),
  )
  const other = secondOccupation(first, tools)
  const occupations = other ? [first, other] : [first]
  const away = random.chance(0.7) ? random.weighted(abroad) : null
  const experiences = planExperiences(occupations, age, away?.country ?? null, tools)
  const total = experiences.reduce((sum, { months }) => sum + months, 0)
  const skills = planSkills(occupations, total, tools)
  const state = random.next()
  const status = state < 0.91 ? 'published' : state < 0.955 ? 'draft' : 'paused'
  const education = random.pick(educationsOf(first))
  const [least] = payBand(first)
  return {
    userId: null,
    programmeId: null,
    enteredBy: null,
    confirmed: true,
    status,
    headline: profileHeadline(first, total),
    summary: profileSummary(first, skills, random),
    education,
    placeId: random.weighted(region.towns),
    radiusKm: random.weighted([[10, 25] as const, [25, 40], [50, 22], [100, 8], [null, 5]]),
    relocate: random.chance(0.3),
    remote: first.area === 'digital' || first.area === 'call-centre' ? random.chance(0.6) : false,
    availableFrom: random.chance(0.25) ? calendar.day(random.between(5, 60)) : null,
    kinds: status === 'draft' ? [] : random.weighted(kindsWished),
    contracts: random.chance(0.12) ? ['cdi', 'cdd', 'stage-qualification', 'apprentissage'] : [],
    licences: [
      ...new Set([
        ...occupations.flatMap(({ key }) => licencesOf[key] ?? []),
        ...(random.chance(0.2) ? ['B'] : []),
        ...(random.chance(0.15) ? ['A'] : []),
      ]),
    ].sort(),
    pay: random.chance(0.4) ? Math.max(75_000, Math.round((least * 0.95) / 5_000) * 5_000) : null,
    experiences,
    skills,
    languages: planLanguages(region, away?.language ?? null, education, random),
    qualifications: random.chance(0.35) ? [planQualification(first, education, age, tools)] : [],
    identity: inventPerson(age, calendar, random, count),
    daysOld: random.between(4, 180),
  }
}

function secondOccupation(
  first: DemoOccupation,
  { vocabulary, random }: Tools,
): DemoOccupation | null {
  if (!random.chance(0.45)) return null
  const other = random.chance(0.7)
    ? random.pick(vocabulary.occupationsOf(first.area))
    : pickOccupation(vocabulary, random)
  return other.key === first.key ? null : other
}

/** One or two jobs for each occupation, the latest first, within the years since 17. */
function planExperiences(
  occupations: readonly DemoOccupation[],
  age: number,
  away: string | null,
  { calendar, random }: Tools,
): ExperiencePlan[] {
  const places = random.shuffled([
    ...occupations,
    ...(random.chance(0.35) ? occupations.slice(0, 1) : []),
  ])
  const most = (age - 17) * 12
  let year = calendar.now.getUTCFullYear()
  let left = Math.max(6, Math.round(most * (0.3 + 0.5 * random.next())))
  return places.map((occupation, position) => {
    const last = position === places.length - 1
    const months = Math.max(3, Math.min(left, last ? left : random.between(6, 48), 180))
    left = Math.max(3, left - months)
    const endYear = position === 0 && away === null && random.chance(0.3) ? null : year
    year -= Math.max(1, Math.round(months / 12))
    // The time abroad is the one before the latest, or the only one.
    const country = away && (places.length === 1 || position === 1) ? away : 'CI'
    return {
      occupation,
      country,
      sector: random.pick(areas[occupation.area]?.sectors ?? []),
      months,
      endYear,
      description: random.chance(0.6) ? workDescription(occupation, random) : null,
    }
  })
}

/** Skills that follow from the occupations: between half and nine tenths of the essential ones. */
function planSkills(
  occupations: readonly DemoOccupation[],
  months: number,
  { vocabulary, random }: Tools,
): SkillPlan[] {
  const uris = new Set<string>()
  occupations.forEach((occupation, position) => {
    const recall = (0.5 + 0.4 * random.next()) * (position === 0 ? 1 : 0.7)
    const kept = random.shuffled(occupation.essential)
    for (const { uri } of kept.slice(0, Math.max(3, Math.round(recall * kept.length))))
      uris.add(uri)
    for (const { uri } of occupation.useful) if (random.chance(recall - 0.3)) uris.add(uri)
  })
  for (const { uri } of random.shuffled(vocabulary.common).slice(0, random.below(3))) uris.add(uri)
  const usual = months < 12 ? 1 : months < 36 ? 2 : 3
  return [...uris].map((uri) => ({
    uri,
    level: Math.max(1, Math.min(4, usual + random.weighted([[-1, 2] as const, [0, 5], [1, 3]]))),
    evidence: random.weighted([
      ['self', 62] as const,
      ['employer', 18],
      ['certified', 12],
      ['assessed', 8],
    ]),
  }))
}

function planLanguages(
  region: Region,
  away: string | null,
  education: number,
  random: Random,
): (readonly [string, number])[] {
  const languages = new Map<string, number>()
  const french = random.weighted([[2, 6] as const, [3, 14], [4, 30], [5, 28], [6, 12], [7, 10]])
  languages.set('fr', education >= 5 ? Math.max(5, french) : french)
  languages.set(random.weighted(region.languages), 7)
  if (random.chance(0.35) && !languages.has('dyu')) languages.set('dyu', random.between(3, 5))
  if (away && !languages.has(away)) languages.set(away, random.between(1, 4))
  if (!languages.has('en') && random.chance(education >= 5 ? 0.6 : 0.15)) {
    languages.set('en', random.between(1, education >= 5 ? 5 : 3))
  }
  return [...languages]
}

function planQualification(
  { area }: DemoOccupation,
  education: number,
  age: number,
  { calendar, random }: Tools,
): { title: string; country: string; year: number } {
  const grade =
    education >= 6 ? 'Licence' : education === 5 ? 'BTS' : education === 4 ? 'BT' : 'CAP'
  const studied = education >= 5 ? 22 : 19
  return {
    title: `${grade} ${areas[area]?.diploma ?? ''}`.trim(),
    country: 'CI',
    year: calendar.now.getUTCFullYear() - Math.max(0, age - studied - random.below(2)),
  }
}
