import { z } from 'zod'
import { profileStatuses, steps } from '../profile/profile.ts'

/** What the list of a counsellor's profiles can be narrowed by, as its address says it. Nonsense counts as nothing. */
export const profileListQuery = z.object({
  code: z
    .string()
    .max(20)
    .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .catch(''),
  status: z.enum(profileStatuses).optional().catch(undefined),
  missing: z
    .enum([...steps, 'confirmation'])
    .optional()
    .catch(undefined),
  placed: z
    .enum(['1'])
    .optional()
    .catch(undefined)
    .transform((value) => value !== undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ProfileListQuery = z.output<typeof profileListQuery>

export const pageSize = 20
