import { type CountryPack, countryPack } from '#app/domain/countries/index.ts'
import type { TwinFacts } from '#app/domain/recognition/duplicates.ts'
import type { ReadDb } from '#db/open.ts'
import { type ChamberGround, chambersById } from '#db/queries/chamber.ts'
import {
  type CompanyImport,
  companiesOnGround,
  identifiersOfCountry,
  sitesOfCountry,
} from '#db/queries/company-import.ts'
import type { ReadRow } from './check-rows.server.ts'
import { findTwins } from './find-twins.server.ts'
import type { ParsedCompany } from './import.ts'
import type { Known } from './judge-row.ts'

const keyOf = ({ scheme, entityKey }: { scheme: string; entityKey: string }) =>
  `${scheme} ${entityKey}`

/** What rows are judged against, among the rows of their file; `asked` are the rows to judge, all unless told. */
export type KnownOf = (rows: readonly ReadRow[], asked?: readonly ReadRow[]) => Promise<Known>

/**
 * What the rows of an import are judged against: the companies that its chamber looks after, who has
 * which number in the country, and the other rows of the file. `any` looks at all other rows, also
 * later ones: for a single row that is judged again.
 */
export async function knownCompanies(
  { db }: { readonly db: ReadDb },
  one: Pick<CompanyImport, 'chamber_id' | 'country'>,
  { any = false } = {},
): Promise<KnownOf> {
  const pack = countryPack(one.country)
  const [ground] = one.chamber_id ? await chambersById(db, [one.chamber_id]) : []
  const whole: ChamberGround = { id: '', country: one.country, name: '', admin1s: [] }
  const [companies, identifiers, sites] = await Promise.all([
    companiesOnGround(db, ground ?? whole),
    identifiersOfCountry(db, one.country),
    sitesOfCountry(db, one.country),
  ])
  const onGround = new Set(companies.map((company) => company.id))
  const owners = new Map<string, string>()
  const numbers = new Map<string, string>()
  for (const { scheme, value, company_id } of identifiers) {
    owners.set(keyOf({ scheme, entityKey: entityKey(pack, scheme, value) }), company_id)
    numbers.set(`${company_id} ${scheme}`, value)
  }
  const facts = companyFacts(pack, companies, identifiers, sites)
  return async (rows, asked = rows) => {
    const inFile = numbersInFile(rows, (key) => owners.get(key))
    const otherRow = (key: string, row: number) =>
      inFile.get(key)?.find((other) => (any ? other !== row : other < row)) ?? null
    const twins = await findTwins({
      // A number says who a row is: nobody looks for likeness then.
      asked: rowFacts(asked).filter((row) => !row.identifiers?.some((it) => owners.has(keyOf(it)))),
      companies: facts,
      rows: rowFacts(rows),
      any,
    })
    return {
      ownerOf: (identifier) => owners.get(keyOf(identifier)) ?? null,
      numberOf: (companyId, scheme) => numbers.get(`${companyId} ${scheme}`) ?? null,
      isOnGround: (companyId) => onGround.has(companyId),
      rowWithNumber: (identifier, row) => otherRow(keyOf(identifier), row),
      rowOfCompany: (companyId, row) => otherRow(companyId, row),
      likelyTwin: (row) => twins.get(String(row))?.company ?? null,
      likelyRow: (row) => twins.get(String(row))?.row ?? null,
    }
  }
}

/** What is known of companies, as far as twins are told by it. */
function companyFacts(
  pack: CountryPack,
  companies: Awaited<ReturnType<typeof companiesOnGround>>,
  identifiers: Awaited<ReturnType<typeof identifiersOfCountry>>,
  sites: Awaited<ReturnType<typeof sitesOfCountry>>,
): TwinFacts[] {
  const numbersOf = Map.groupBy(identifiers, (it) => it.company_id)
  const sitesOf = Map.groupBy(sites, (site) => site.company_id)
  return companies.map((company) => ({
    id: company.id,
    legalName: company.legal_name,
    tradeName: company.trade_name,
    identifiers: (numbersOf.get(company.id) ?? []).map(({ scheme, value }) => ({
      scheme,
      value,
      entityKey: entityKey(pack, scheme, value),
    })),
    phones: company.phone ? [company.phone] : [],
    emails: company.email ? [company.email] : [],
    website: company.website,
    sites: (sitesOf.get(company.id) ?? []).map((site) => ({
      placeId: site.place_id,
      lat: site.lat ?? site.place_lat,
      lng: site.lng ?? site.place_lng,
    })),
  }))
}

const entityKey = (pack: CountryPack, scheme: string, value: string) =>
  pack.identifiers.find((one) => one.id === scheme)?.entityKey(value) ?? value

/** Rows that can go in, by the numbers that they have and by the companies that have those, in their order. */
function numbersInFile(
  rows: readonly ReadRow[],
  ownerOf: (key: string) => string | undefined,
): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const note = (key: string, number: number) => {
    const all = found.get(key) ?? []
    found.set(key, all)
    if (all.at(-1) !== number) all.push(number)
  }
  for (const { number, checked } of rows) {
    if (checked.problems.some((one) => one.severity === 'error')) continue
    for (const identifier of checked.parsed.identifiers) {
      const key = keyOf(identifier)
      note(key, number)
      const owner = ownerOf(key)
      if (owner) note(owner, number)
    }
  }
  return found
}

/** What rows that can go in say. */
function rowFacts(rows: readonly ReadRow[]): TwinFacts[] {
  return rows
    .filter(({ checked }) => checked.problems.every((one) => one.severity !== 'error'))
    .map(({ number, checked }) => factsOf(String(number), checked.parsed))
}

/** What a row says, as far as twins are told by it. */
function factsOf(id: string, parsed: ParsedCompany): TwinFacts {
  return {
    id,
    legalName: parsed.legalName,
    tradeName: parsed.tradeName,
    identifiers: parsed.identifiers,
    phones: [parsed.phone, parsed.contact?.phone].filter((one) => typeof one === 'string'),
    emails: parsed.email ? [parsed.email] : [],
    website: parsed.website,
    sites: parsed.placeId ? [{ placeId: parsed.placeId }] : [],
  }
}
