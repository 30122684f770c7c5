import { z } from 'zod'
import { checkbox } from '../fields.ts'

/** How long a confirmation code can be used. */
export const codeMinutes = 30
/** How often a code may be tried before a new one is needed. */
export const mostAttempts = 5

/** A code as people type it: six digits, of any script, with or without spaces. */
export const confirmationCode = z
  .string()
  .max(20)
  .transform((text) =>
    text
      .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
      .replace(/\s/g, ''),
  )
  .refine((text) => /^\d{6}$/.test(text), 'counsellor.errors.code')

export const confirmForm = z.object({ code: confirmationCode, link: checkbox })

export const sendForm = z.object({ channel: z.enum(['sms', 'email']) })
