import { nameKey } from '#app/domain/recognition/company-name.ts'
import {
  buildTwinFinder,
  likely,
  scoreTwins,
  type Twin,
  type TwinFacts,
  type TwinFinder,
  type TwinReason,
} from '#app/domain/recognition/duplicates.ts'
import { wordsOf } from '#app/domain/recognition/text.ts'

/** Which rows are asked about, and among whom their twins are looked for. */
export interface TwinQuestion {
  readonly asked: readonly TwinFacts[]
  readonly companies: readonly TwinFacts[]
  /** Rows that can go in, by their numbers. */
  readonly rows: readonly TwinFacts[]
  /** Looks at later rows too, not only at those before. */
  readonly any: boolean
}

/** The likeliest twin of a row among the companies, and among the other rows. */
export interface TwinAnswer {
  readonly id: string
  readonly company: { readonly id: string; readonly reasons: readonly TwinReason[] } | null
  readonly row: { readonly row: number; readonly reasons: readonly TwinReason[] } | null
}

/** Lists up to this length are looked through for every slip; in longer ones twins share a name, phone or address. */
const shortList = 2_000
/** A name or number that so many rows have says nothing. */
const largestBlock = 40
/** So few rows are not worth an index of everybody: they meet only what is near them. */
const single = 5

/** Finds the likely twins of the rows asked about; rows without any are not in the answer. */
export function answerTwins({ asked, companies, rows, any }: TwinQuestion): TwinAnswer[] {
  const isNear = asked.length <= single ? nearness(asked) : () => true
  const findCompanies = buildTwinFinder(companies.filter(isNear))
  const findRows = rowTwinFinder(rows.filter(isNear))
  return asked.flatMap((one): TwinAnswer[] => {
    const [company] = findCompanies({ ...one, id: '' })
    const row = findRows(one).find(({ id }) => any || Number(id) < Number(one.id))
    if (!company && !row) return []
    return [
      {
        id: one.id,
        company: company ? { id: company.id, reasons: company.reasons } : null,
        row: row ? { row: Number(row.id), reasons: row.reasons } : null,
      },
    ]
  })
}

/** Whether a company shares the beginning of a word, a phone or an address with one of these rows. */
function nearness(asked: readonly TwinFacts[]): (company: TwinFacts) => boolean {
  const stems = (facts: TwinFacts) => [
    ...wordsOf(`${facts.legalName} ${facts.tradeName ?? ''}`).map((word) => word.slice(0, 3)),
    // Initials, and words that one writes apart and another together.
    wordsOf(facts.legalName)
      .map((word) => word[0])
      .join('')
      .slice(0, 3),
  ]
  const contacts = (facts: TwinFacts) => [
    ...(facts.phones ?? []),
    ...(facts.emails ?? []),
    ...(facts.website ? [facts.website] : []),
  ]
  const wanted = new Set(asked.flatMap((one) => [...stems(one), ...contacts(one)]))
  return (company) => [...stems(company), ...contacts(company)].some((one) => wanted.has(one))
}

/** Finds the likely twins of a row among the rows of a list, best first, without the row itself. */
function rowTwinFinder(rows: readonly TwinFacts[]): TwinFinder {
  if (rows.length <= shortList) return buildTwinFinder(rows)
  const blocks = new Map<string, TwinFacts[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const block = blocks.get(key)
      if (block) block.push(row)
      else blocks.set(key, [row])
    }
  }
  return (candidate) => {
    const others = new Set<TwinFacts>()
    for (const key of keysOf(candidate)) {
      const block = blocks.get(key) ?? []
      if (block.length <= largestBlock) for (const other of block) others.add(other)
    }
    return [...others]
      .filter((other) => other.id !== candidate.id)
      .map((other): Twin => ({ id: other.id, ...scoreTwins(candidate, other) }))
      .filter((twin) => twin.score >= likely)
      .sort((one, two) => two.score - one.score)
  }
}

function keysOf(row: TwinFacts): Set<string> {
  const keys = new Set<string>()
  for (const name of [row.legalName, row.tradeName]) {
    const key = name ? nameKey(name).key : ''
    if (key !== '') keys.add(`n:${key}`)
  }
  for (const phone of row.phones ?? []) keys.add(`p:${phone}`)
  for (const email of row.emails ?? []) keys.add(`e:${email}`)
  return keys
}
