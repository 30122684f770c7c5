import type { CompanyPlan } from './company-rows.ts'
import { industries } from './industries.ts'
import { type Random, randomFrom } from './random.ts'
import { type Region, regions } from './regions.ts'

// Coined words: no firm is meant. Together they give each firm a name of its own.
const beginnings =
  'Zama Tialé Sokpa Wouré Lokwa Gnali Ékoba Bavou Dékpa Nawi Oubri Katié Lobawé Mabri Yéwo Akoubé Blédi Diawa Foussé Guébi Kpété Mossi'.split(
    ' ',
  )
const endings = 'ko ni ré la wa ssi do gba lou ya tou zo li fou ba sé ma da né vi'.split(' ')

const sizes = [
  ['1', 12],
  ['2-9', 40],
  ['10-49', 32],
  ['50-249', 13],
  ['250+', 3],
] as const
const addresses = [
  'Zone industrielle, lot 12',
  'Quartier Commerce, rue du marché',
  'Route principale, face à la gare',
  'Quartier Résidentiel, îlot 8',
  'Zone artisanale, atelier 4',
  'Près du grand carrefour',
]
const mainSites = ['siège', 'atelier principal', 'établissement principal']
const otherSites = ['agence', 'dépôt', 'atelier', 'point de vente']

/** Firms in all districts, each with the work its district is known for; `reserved` of Abidjan's are made elsewhere. */
export function planCompanies(now: Date, reserved: number): CompanyPlan[] {
  const random = randomFrom('companies')
  const names = coinedNames(random)
  const numbers = identifierMaker(now)
  return regions.flatMap((region) => {
    const count = region.companies - (region.admin1 === 'CI-AB' ? reserved : 0)
    return Array.from({ length: count }, () => planCompany(region, random, names, numbers))
  })
}

function coinedNames(random: Random): () => string {
  const all = random.shuffled(beginnings.flatMap((one) => endings.map((other) => one + other)))
  return () => {
    const name = all.pop()
    if (name === undefined) throw new RangeError('The demonstration ran out of names for firms')
    return name
  }
}

/**
 * Makes register numbers in both generations of their spelling, and tax numbers. They begin with 9,
 * far beyond what a court gives out in a year.
 */
export function identifierMaker(now: Date, name = 'identifiers') {
  const random = randomFrom(name)
  const used = new Set<string>()
  const thisYear = now.getUTCFullYear()
  const fresh = (make: () => string): string => {
    const value = make()
    if (used.has(value)) return fresh(make)
    used.add(value)
    return value
  }
  return (court: string, form: CompanyPlan['form']): CompanyPlan['identifiers'] => {
    const kind = { SARL: 'B13', SARLU: 'B12', SA: 'B14', 'Entreprise individuelle': 'A10' }[form]
    const rccm = fresh(() =>
      random.chance(0.55)
        ? `CI-${court}-0${random.between(1, 3)}-${random.between(2021, thisYear)}-${kind}-${random.between(90_000, 99_999)}`
        : `CI-${court}-${random.between(1998, 2020)}-${kind.charAt(0)}-${random.between(900_000, 999_999)}`,
    )
    const ncc = fresh(
      () => `99${random.between(10_000, 99_999)}${random.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ'])}`,
    )
    return { rccm, ncc: random.chance(0.6) ? ncc : null }
  }
}

function planCompany(
  region: Region,
  random: Random,
  nextName: () => string,
  identifiers: ReturnType<typeof identifierMaker>,
): CompanyPlan {
  const industry = random.weighted(
    industries.map((one) => [one, one.weight + (region.strong[one.key] ?? 0)] as const),
  )
  const size = random.weighted(sizes)
  const form =
    size === '1'
      ? 'Entreprise individuelle'
      : size === '2-9'
        ? random.pick(['Entreprise individuelle', 'SARLU', 'SARL'] as const)
        : size === '10-49'
          ? random.pick(['SARL', 'SARL', 'SARLU'] as const)
          : random.pick(['SA', 'SARL'] as const)
  const siteCount =
    size === '1' || size === '2-9' ? 1 : random.weighted([[1, 50] as const, [2, 35], [3, 15]])
  const sites = Array.from({ length: siteCount }, (_, position) => ({
    name: random.pick(position === 0 ? mainSites : otherSites),
    placeId: random.weighted(region.towns),
    address: random.pick(addresses),
  }))
  return {
    name: `${nextName()} ${random.pick(industry.names)}`,
    form,
    industry,
    does: random.pick(industry.does),
    size,
    identifiers: identifiers(region.court, form),
    sites,
    verified: random.chance(0.5),
    byChamber: random.chance(0.35),
    daysOld: random.between(20, 420),
  }
}
