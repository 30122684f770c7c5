import { z } from 'zod'

/** Whose list a match is left out of: a person's own, or a company's, which its members share. */
export type Side = 'person' | 'company'

/** Why somebody leaves an opportunity out of their matches. */
export const personReasons = ['place', 'pay', 'trade', 'conditions', 'applied', 'other'] as const
export type PersonReason = (typeof personReasons)[number]

/** Why a company leaves a profile out of the matches of an opportunity. */
export const companyReasons = ['skills', 'distance', 'availability', 'hired', 'other'] as const
export type CompanyReason = (typeof companyReasons)[number]

const order = <T extends readonly [string, ...string[]]>(reasons: T) =>
  z.discriminatedUnion('intent', [
    z.object({
      intent: z.literal('hide'),
      reason: z.enum(reasons, { error: () => 'match.hide.reasonMissing' }),
    }),
    z.object({ intent: z.literal('show') }),
  ])

/** What the page of one match may be asked: to hide it for a reason, or to show it again. */
export const personOrder = order(personReasons)
export const companyOrder = order(companyReasons)
