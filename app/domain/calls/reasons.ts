import { z } from 'zod'
import { commitmentKinds } from '#app/domain/relation/relation.ts'
import { type WorkWeights, weightOf } from './fit.ts'
import { type CallScore, scoreTerms } from './score.ts'

/** Fewer people than this are never told by number. */
export const fewest = 5

const kinds = z.enum(['job', 'internship', 'apprenticeship'])

/**
 * Why a firm stands on the list: closed words with their values, said in the reader's language when the
 * list is shown. No identity; a number of people under five is null.
 */
const reason = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('people'),
    /** URIs: one occupation, or the first two of several where no single one has five people. */
    occupations: z.array(z.string()).min(1),
    family: z.boolean(),
    people: z.number().int().min(fewest).nullable(),
    /** Those with a diploma or certificate; `most`: all but fewer than five; null: fewer than five. */
    proven: z.union([z.number().int().min(fewest), z.enum(['all', 'most'])]).nullable(),
    km: z.number(),
    placeId: z.string(),
  }),
  z.object({
    code: z.literal('commitment'),
    kind: z.enum(commitmentKinds),
    quantity: z.number(),
    dueOn: z.string(),
  }),
  z.object({
    code: z.literal('intention'),
    kind: kinds,
    posts: z.number(),
    occupation: z.string(),
    quarter: z.string(),
  }),
  z.object({ code: z.literal('opening') }),
  z.object({ code: z.literal('answers'), replies: z.number(), contacts: z.number() }),
  z.object({ code: z.literal('contact'), last: z.string().nullable() }),
  z.object({ code: z.literal('size'), staff: z.number() }),
  z.object({ code: z.literal('drawn') }),
])
export type CallReason = z.output<typeof reason>
export type PeopleReason = Extract<CallReason, { code: 'people' }>

/** What a suggestion keeps of why it was made: reasons as shown, and the parts of its score. */
export const storedReasons = z.object({
  reasons: z.array(reason),
  terms: z.partialRecord(z.enum(scoreTerms), z.number()),
})
export type StoredReasons = z.output<typeof storedReasons>

/** People of an occupation near a firm. */
interface Near {
  readonly people: number
  readonly proven: number
  /** ISCO-08 unit group. */
  readonly unit: number
}

/** Work that is less usual than this in a sector is not spoken of with the rest of it. */
const leastUsual = 0.15

/**
 * What to say first in a call: which people are near, of the work that the firm most likely needs. An
 * occupation with five people or more within 25 km, else within 50 km (those who would come), else a family of
 * occupations, else the work of the sector together, else that there are some, fewer than five. Null where nobody fits.
 */
export function argueWithPeople(
  weights: WorkWeights,
  wanted: ReadonlySet<string>,
  rings: readonly { readonly km: number; readonly near: ReadonlyMap<string, Near> }[],
  placeId: string,
): PeopleReason | null {
  const weight = (uri: string, { unit }: Near) => (wanted.has(uri) ? 2 : weightOf(weights, unit))
  const value = ([uri, near]: readonly [string, Near]) =>
    weight(uri, near) * Math.log1p(near.people)
  for (const { km, near } of rings) {
    const best = most(
      [...near].filter(([, one]) => one.people >= fewest),
      value,
    )
    if (best) return said([best], { km, placeId })
  }
  const last = rings.at(-1)
  if (!last) return null
  const usual = [...last.near].filter(([uri, one]) => weight(uri, one) >= leastUsual)
  const families = [...Map.groupBy(usual, ([, one]) => Math.trunc(one.unit / 10)).values()]
  const inFamily = (members: typeof usual) => sum(members.map(([, one]) => one.people))
  const family =
    most(
      families.filter((members) => inFamily(members) >= fewest),
      (members) => sum(members.map(value)),
    ) ?? usual
  const told = family.toSorted((a, b) => value(b) - value(a) || (a[0] < b[0] ? -1 : 1))
  return told.length > 0 ? said(told, { km: last.km, placeId }) : null
}

/** One occupation, or several of which the first two are named. */
function said(
  occupations: readonly (readonly [string, Near])[],
  at: Pick<PeopleReason, 'km' | 'placeId'>,
): PeopleReason {
  const people = sum(occupations.map(([, one]) => one.people))
  const proven = sum(occupations.map(([, one]) => one.proven))
  const isFew = people < fewest
  return {
    code: 'people',
    occupations: occupations.slice(0, isFew ? 1 : 2).map(([uri]) => uri),
    family: !isFew && occupations.length > 1,
    ...at,
    people: isFew ? null : people,
    proven: isFew || proven < fewest ? null : provenOf(people - proven, proven),
  }
}

/** Who has none is a number of people too: fewer than five are not told by subtraction. */
function provenOf(without: number, proven: number): PeopleReason['proven'] {
  if (without === 0) return 'all'
  return without < fewest ? 'most' : proven
}

/** The one with the highest value above 0; null without one. */
function most<T>(list: readonly T[], value: (one: T) => number): T | null {
  let best: T | null = null
  let highest = 0
  for (const one of list) {
    const its = value(one)
    if (its > highest) {
      best = one
      highest = its
    }
  }
  return best
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Which part of the score a reason speaks of. */
const termOf = {
  people: 'people',
  commitment: 'commitment',
  intention: 'intention',
  opening: 'opening',
  answers: 'answers',
  contact: 'contact',
  size: 'size',
  drawn: 'exposure',
} as const satisfies Record<CallReason['code'], (typeof scoreTerms)[number]>

/** Reasons in the order in which to say them: people first, then what weighed most; that it was drawn comes last. */
export function orderReasons(reasons: readonly CallReason[], score: CallScore): CallReason[] {
  const weight = (one: CallReason) =>
    one.code === 'people' ? 1000 : one.code === 'drawn' ? -1000 : score.terms[termOf[one.code]]
  return reasons.toSorted((a, b) => weight(b) - weight(a))
}
