import { countryPack } from '#app/domain/countries/index.ts'
import type { LanguageLevel, OpportunityKind } from '#search/documents/common.ts'
import type { CompanyDocument } from '#search/documents/company.ts'
import type { OpportunityDocument, WantedSkill } from '#search/documents/opportunity.ts'
import type { Evidence, ProfileDocument } from '#search/documents/profile.ts'
import { randomFrom } from '#tests/search/corpus.ts'
import type { DrawnOccupation, Draws, Random } from './draws.ts'

/** Documents of a seeded corpus: the same number always gives the same document. */
export interface Corpus {
  profile(at: number): ProfileDocument
  opportunity(at: number): OpportunityDocument
  company(at: number): CompanyDocument
}

const day = (offset: number) =>
  new Date(Date.UTC(2026, 10, 23) + offset * 86_400_000).toISOString().slice(0, 10)
const instant = (minutes: number) =>
  new Date(Date.UTC(2026, 10, 23) - minutes * 60_000).toISOString()
const id = (kind: string, at: number) => `${kind}-${String(at).padStart(7, '0')}`
const contracts: Record<string, { job: string[]; training: string[] }> = Object.fromEntries(
  ['CI', 'TN'].map((country) => {
    const kinds = countryPack(country).contractKinds
    return [
      country,
      {
        job: kinds.filter((one) => one.kind === 'job').map((one) => one.id),
        training: kinds.filter((one) => one.kind !== 'job').map((one) => one.id),
      },
    ]
  }),
)

/**
 * A corpus over one vocabulary, drawn as the simulator of the evaluation draws its medium level;
 * the rest (places, languages, wishes) in the shares of a West African labour market. `words` false
 * leaves the words out, where only matching is measured.
 */
export function makeCorpus(draws: Draws, companies: number, { words = true } = {}): Corpus {
  const text = (title: string[], skills: readonly string[], place: string[], body: string[]) =>
    words
      ? {
          title: title.join(' '),
          skills: skills.map(draws.labels).join(' '),
          place: place.join(' '),
          body: body.join(' '),
        }
      : { title: '', skills: '', place: '', body: '' }
  return {
    profile(at) {
      const random = randomFrom(1_000_003 + at)
      const occupations = occupationsOf(random, draws)
      const skills = skillsOf(random, draws, occupations)
      const { country, place, names } = draws.place(random)
      const months = occupations.map(() => 3 + random.below(96))
      const code = `${country}-${at.toString(36).toUpperCase()}`
      return {
        id: id('p', at),
        code,
        country,
        status: random.chance(0.92) ? 'active' : 'paused',
        occupations: declared(random, draws, occupations).map((one, index) => ({
          uri: one.uri,
          isco08: one.isco08,
          months: months[index] ?? 0,
          labels: words ? one.labels : '',
        })),
        skills: skills.map((uri) => ({
          uri,
          level: random.pick([1, 2, 2, 3, 3, 4] as const),
          evidence: evidence(random),
        })),
        languages: spoken(random, country),
        education: random.chance(0.1)
          ? null
          : random.pick([0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 5, 6, 6, 7]),
        experienceMonths: months.reduce((sum, one) => sum + one, 0),
        place: random.chance(0.03) ? null : place,
        radiusKm: random.chance(0.15) ? null : random.pick([5, 10, 10, 25, 25, 25, 50, 50, 100]),
        relocate: random.chance(0.3),
        remote: random.chance(0.1),
        availableFrom: random.chance(0.6) ? null : day(random.below(180)),
        kinds: random.chance(0.5) ? [] : [random.chance(0.7) ? 'job' : 'internship'],
        contracts: random.chance(0.8) ? [] : random.some(contracts[country]?.job ?? [], 2),
        licences: random.chance(0.25) ? ['B'] : [],
        minPay: random.chance(0.7)
          ? null
          : { amount: 75_000 + 5_000 * random.below(60), currency: 'XOF', period: 'month' },
        verified: random.some(['contact', 'identity', 'education', 'experience'] as const, 2),
        updatedAt: instant(random.below(260_000)),
        blockedCompanyIds: random.chance(0.02) ? [id('c', random.below(companies))] : [],
        text: text(
          occupations.map((one) => one.labels),
          skills,
          [names],
          [code],
        ),
      }
    },
    opportunity(at) {
      const random = randomFrom(2_000_003 + at)
      const occupation = random.pick(draws.occupations)
      const skills = wanted(random, draws, occupation)
      const { country, place, names } = draws.place(random)
      const kind: OpportunityKind = random.pick([
        'job',
        'job',
        'job',
        'internship',
        'apprenticeship',
      ])
      const min = 75_000 + 5_000 * random.below(80)
      const company = random.below(companies)
      return {
        id: id('o', at),
        country,
        companyId: id('c', company),
        companyName: `Entreprise ${company}`,
        sector: random.chance(0.05) ? null : random.pick(draws.sectors),
        status: random.chance(0.95) ? 'open' : 'closed',
        kind,
        contract: random.chance(0.2)
          ? null
          : random.pick(contracts[country]?.[kind === 'job' ? 'job' : 'training'] ?? ['cdi']),
        occupation: { uri: occupation.uri, isco08: occupation.isco08 },
        skills,
        languages: random.chance(0.6)
          ? [
              {
                code: 'fr',
                level: random.pick([3, 4, 5] as const),
                required: random.chance(0.3),
              },
            ]
          : [],
        education: random.chance(0.5) ? null : random.pick([1, 2, 2, 3, 3, 5, 6]),
        experienceMonths: random.chance(0.5) ? null : random.pick([6, 12, 12, 24, 36, 60]),
        licences: random.chance(0.08) ? ['B'] : [],
        place: random.chance(0.02) ? null : place,
        remote: random.chance(0.05),
        start: random.chance(0.5) ? null : day(random.below(120)),
        deadline: random.chance(0.3) ? null : day(1 + random.below(90)),
        posts: 1 + random.below(5),
        pay: random.chance(0.5)
          ? null
          : { min, max: min + 50_000, currency: 'XOF', period: 'month' },
        publishedAt: instant(random.below(86_400)),
        text: text(
          [occupation.labels],
          skills.map((one) => one.uri),
          [names, `Entreprise ${company}`],
          [],
        ),
      }
    },
    company(at) {
      const random = randomFrom(3_000_003 + at)
      const { country, place, names } = draws.place(random)
      const sector = random.pick(draws.sectors)
      return {
        id: id('c', at),
        country,
        name: `Entreprise ${at}`,
        sectors: [sector],
        admin1: place.admin1,
        place,
        stage: random.chance(0.6) ? 'verified' : 'registered',
        verified: random.chance(0.6),
        sizeBand: random.pick(['1-9', '1-9', '1-9', '10-49', '50-249', null]),
        updatedAt: instant(random.below(260_000)),
        text: text([`Entreprise ${at}`], [], [names], []),
      }
    },
  }
}

function occupationsOf(random: Random, draws: Draws): DrawnOccupation[] {
  const first = random.pick(draws.occupations)
  return random.chance(0.4) ? [first, draws.second(random, first)] : [first]
}

/** Nothing said by three in ten; of the rest one in five says something else. */
function declared(random: Random, draws: Draws, occupations: DrawnOccupation[]) {
  if (random.chance(0.3)) return []
  return random.chance(0.2) ? [random.pick(draws.occupations)] : occupations
}

function skillsOf(random: Random, draws: Draws, occupations: DrawnOccupation[]): string[] {
  const recall = 0.4 + 0.3 * random.next()
  const main = 0.5 + 0.35 * random.next()
  const skills = new Set<string>()
  for (const [at, one] of occupations.entries()) {
    const weight = occupations.length === 1 ? 1 : at === 0 ? main : 1 - main
    const held = recall * Math.min(1, 1.2 * weight)
    for (const uri of one.essential) {
      if (random.chance(held)) skills.add(draws.blurred(random, uri, 0.35))
    }
    for (const uri of one.useful) {
      if (random.chance(0.8 * held)) skills.add(draws.blurred(random, uri, 0.35))
    }
  }
  const own = [...skills].slice(0, 30)
  const noise = Math.round(own.length * 0.15)
  return [...new Set([...own, ...Array.from({ length: noise }, () => draws.noise(random))])]
}

function wanted(random: Random, draws: Draws, occupation: DrawnOccupation): WantedSkill[] {
  const take = (list: readonly string[], most: number) =>
    list
      .map((uri) => ({ uri, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, most)
      .map(({ uri }) => draws.blurred(random, uri, 0.1))
  const essential = take(occupation.essential, 5 + random.below(8))
  const useful = take(occupation.useful, random.below(7))
  if (random.chance(0.15)) useful.push(draws.noise(random))
  const seen = new Set<string>()
  return [
    ...essential.map((uri) => ({ uri, essential: true })),
    ...useful.map((uri) => ({ uri, essential: false })),
  ].filter(({ uri }) => !seen.has(uri) && seen.add(uri))
}

function evidence(random: Random): Evidence {
  const way = random.next()
  return way < 0.8 ? 'self' : way < 0.9 ? 'certified' : way < 0.97 ? 'employer' : 'assessed'
}

function spoken(random: Random, country: string) {
  const level = (least: number): LanguageLevel =>
    Math.min(7, least + random.below(8 - least)) as LanguageLevel
  const languages = [{ code: 'fr', level: level(2) }]
  if (country === 'TN' || random.chance(0.15)) languages.push({ code: 'ar', level: level(2) })
  if (random.chance(0.3)) languages.push({ code: 'en', level: level(1) })
  if (country === 'CI' && random.chance(0.4)) languages.push({ code: 'dyu', level: 7 })
  return languages
}
