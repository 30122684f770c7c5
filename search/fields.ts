import { OPPORTUNITY_KINDS } from './documents/common.ts'
import type { CommonFilters, Documents, Filters, Kind, Range } from './engine.ts'
import { dayNumber } from './measures.ts'

/** A document without its words: what columns are made from. */
export type Facts<K extends Kind> = Omit<Documents[K], 'text'>

/** What stands for "accepts anything" in a column of contracts. */
export const ANY = '*'

/** What a filter asks of the columns. */
export type Test =
  | { readonly test: 'any' | 'none'; readonly column: string; readonly words: readonly string[] }
  | {
      readonly test: 'between'
      readonly column: string
      readonly min: number
      readonly max: number
    }

/** How a kind's documents become columns, and its filters tests on them. */
export interface KindFields<K extends Kind> {
  readonly keywords: { readonly [column: string]: (facts: Facts<K>) => readonly string[] }
  readonly numbers: { readonly [column: string]: (facts: Facts<K>) => number }
  /** Column of `newest`, and of `deadline` where the kind has one. */
  readonly newest: string
  readonly deadline: string | null
  tests(filters: Filters[K]): Test[]
}

const flag = (value: boolean) => [value ? 'true' : 'false']
const maybe = (value: string | null | undefined) => (value ? [value] : [])
const instant = (text: string) => Date.parse(text)

/** All the beginnings of a code, itself included: `7212` gives `7`, `72`, `721`, `7212`. */
function beginnings(code: string): string[] {
  return Array.from(code, (_, at) => code.slice(0, at + 1))
}

type Words = readonly string[] | undefined

/** Collects tests; a filter that is undefined adds none. */
class Tests {
  readonly all: Test[] = []

  any(column: string, words: Words): this {
    if (words) this.all.push({ test: 'any', column, words })
    return this
  }

  none(column: string, words: Words): this {
    if (words) this.all.push({ test: 'none', column, words })
    return this
  }

  every(column: string, words: Words): this {
    for (const word of words ?? []) this.any(column, [word])
    return this
  }

  is(column: string, value: boolean | undefined): this {
    return value === undefined ? this : this.any(column, flag(value))
  }

  between<T>(column: string, range: Range<T> | undefined, number: (value: T) => number): this {
    if (!range) return this
    const min = range.min === undefined ? -Infinity : number(range.min)
    const max = range.max === undefined ? Infinity : number(range.max)
    this.all.push({ test: 'between', column, min, max })
    return this
  }
}

const asNumber = (value: number) => value

function common(filters: CommonFilters): Tests {
  return new Tests()
    .any('country', filters.country)
    .any('admin1', filters.admin1)
    .any('placeId', filters.placeId)
}

const profile: KindFields<'profile'> = {
  keywords: {
    country: (facts) => [facts.country],
    status: (facts) => [facts.status],
    admin1: (facts) => maybe(facts.place?.admin1),
    placeId: (facts) => maybe(facts.place?.id),
    occupation: (facts) => facts.occupations.map(({ uri }) => uri),
    isco: (facts) => facts.occupations.flatMap(({ isco08 }) => beginnings(isco08)),
    skill: (facts) => facts.skills.map(({ uri }) => uri),
    language: (facts) => facts.languages.map(({ code }) => code),
    languageLevel: (facts) => facts.languages.map(({ code, level }) => `${code}:${level}`),
    education: (facts) => (facts.education === null ? [] : [String(facts.education)]),
    licences: (facts) => facts.licences,
    kind: (facts) => (facts.kinds.length > 0 ? facts.kinds : OPPORTUNITY_KINDS),
    contract: (facts) => (facts.contracts.length > 0 ? facts.contracts : [ANY]),
    relocate: (facts) => flag(facts.relocate),
    remote: (facts) => flag(facts.remote),
    verified: (facts) => facts.verified,
    blocking: (facts) => facts.blockedCompanyIds,
  },
  numbers: {
    education: (facts) => facts.education ?? Number.NaN,
    experienceMonths: (facts) => facts.experienceMonths,
    availableFrom: (facts) =>
      facts.availableFrom === null ? -Infinity : dayNumber(facts.availableFrom),
    updatedAt: (facts) => instant(facts.updatedAt),
  },
  newest: 'updatedAt',
  deadline: null,
  tests: (filters) => {
    const tests = common(filters)
      .any('status', filters.status)
      .any('occupation', filters.occupation)
      .any('isco', filters.isco)
      .any('skill', filters.skill)
      .every('skill', filters.allSkills)
      .every('licences', filters.licences)
      .any('kind', filters.kind)
      .any('contract', filters.contract && [...filters.contract, ANY])
      .is('relocate', filters.relocate)
      .is('remote', filters.remote)
      .every('verified', filters.verified)
      .none('blocking', filters.notBlocking)
      .between('education', filters.education, asNumber)
      .between('experienceMonths', filters.experienceMonths, asNumber)
      .between('availableFrom', filters.availableFrom, dayNumber)
      .between('updatedAt', filters.updatedAt, instant)
    for (const { code, min } of filters.languages ?? []) {
      const levels = [1, 2, 3, 4, 5, 6, 7].filter((level) => level >= min)
      tests.any(
        'languageLevel',
        levels.map((level) => `${code}:${level}`),
      )
    }
    return tests.all
  },
}

const opportunity: KindFields<'opportunity'> = {
  keywords: {
    country: (facts) => [facts.country],
    status: (facts) => [facts.status],
    admin1: (facts) => maybe(facts.place?.admin1),
    placeId: (facts) => maybe(facts.place?.id),
    companyId: (facts) => [facts.companyId],
    sector: (facts) => (facts.sector ? beginnings(facts.sector) : []),
    kind: (facts) => [facts.kind],
    contract: (facts) => maybe(facts.contract),
    occupation: (facts) => maybe(facts.occupation?.uri),
    isco: (facts) => beginnings(facts.occupation?.isco08 ?? ''),
    skill: (facts) => facts.skills.map(({ uri }) => uri),
    language: (facts) => facts.languages.map(({ code }) => code),
    education: (facts) => (facts.education === null ? [] : [String(facts.education)]),
    remote: (facts) => flag(facts.remote),
  },
  numbers: {
    education: (facts) => facts.education ?? -Infinity,
    experienceMonths: (facts) => facts.experienceMonths ?? 0,
    start: (facts) => (facts.start === null ? Number.NaN : dayNumber(facts.start)),
    deadline: (facts) => (facts.deadline === null ? Number.NaN : dayNumber(facts.deadline)),
    closes: (facts) => (facts.deadline === null ? Infinity : dayNumber(facts.deadline)),
    publishedAt: (facts) => instant(facts.publishedAt),
  },
  newest: 'publishedAt',
  deadline: 'deadline',
  tests: (filters) =>
    common(filters)
      .any('status', filters.status)
      .any('companyId', filters.companyId)
      .none('companyId', filters.notCompanyId)
      .any('sector', filters.sector)
      .any('kind', filters.kind)
      .any('contract', filters.contract)
      .any('occupation', filters.occupation)
      .any('isco', filters.isco)
      .any('skill', filters.skill)
      .any('language', filters.language)
      .is('remote', filters.remote)
      .between('education', filters.education, asNumber)
      .between('experienceMonths', filters.experienceMonths, asNumber)
      .between('start', filters.start, dayNumber)
      .between('deadline', filters.deadline, dayNumber)
      .between(
        'closes',
        filters.openOn === undefined ? undefined : { min: filters.openOn },
        dayNumber,
      )
      .between('publishedAt', filters.publishedAt, instant).all,
}

const company: KindFields<'company'> = {
  keywords: {
    country: (facts) => [facts.country],
    admin1: (facts) => maybe(facts.admin1 ?? facts.place?.admin1),
    placeId: (facts) => maybe(facts.place?.id),
    sector: (facts) => facts.sectors.flatMap(beginnings),
    stage: (facts) => [facts.stage],
    verified: (facts) => flag(facts.verified),
    sizeBand: (facts) => maybe(facts.sizeBand),
  },
  numbers: { updatedAt: (facts) => instant(facts.updatedAt) },
  newest: 'updatedAt',
  deadline: null,
  tests: (filters) =>
    common(filters)
      .any('sector', filters.sector)
      .any('stage', filters.stage)
      .is('verified', filters.verified)
      .any('sizeBand', filters.sizeBand)
      .between('updatedAt', filters.updatedAt, instant).all,
}

export const FIELDS: { readonly [K in Kind]: KindFields<K> } = { profile, opportunity, company }
