import { z } from 'zod'
import { sizeBands } from '#app/domain/company/company.ts'
import { stages } from './relation.ts'

/** Cards of a column while all columns are in sight. */
export const cardsPerColumn = 6
/** Cards of a column that is looked at alone. */
export const cardsPerPage = 20

const sector = z.string().regex(/^([A-U]|\d{2})$/)
const admin1 = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)

/** What the address of the board asks for; anything unknown falls back, so that old links still open. */
export const boardAsked = z.object({
  owner: z
    .union([z.uuid(), z.enum(['nobody', 'me'])])
    .optional()
    .catch(undefined),
  sector: sector.optional().catch(undefined),
  admin1: admin1.optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type BoardAsked = z.output<typeof boardAsked>

/** Which companies an invitation goes to. */
export const selectionAsked = z.object({
  sector: sector.optional().catch(undefined),
  admin1: admin1.optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  size: z.enum(sizeBands).optional().catch(undefined),
})
export type SelectionAsked = z.output<typeof selectionAsked>
