import { z } from 'zod'

// Schemas of single fields that forms share. Messages are message keys.

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** One line of text without control characters or direction overrides; surrounding space is dropped. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !forbidden.test(text) && !/[\r\n]/.test(text), 'form.characters')
    .transform((text) => text.trim().replace(/\s+/g, ' '))

/** Several lines of text without control characters or direction overrides. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !forbidden.test(text), 'form.characters')
    .transform((text) => text.trim().replace(/\r\n?/g, '\n'))

/** A day `YYYY-MM-DD` that exists. */
export const day = z.iso.date('form.date')

/** A checkbox: absent is false. */
export const checkbox = z
  .enum(['on', 'true', '1'])
  .optional()
  .transform((value) => value !== undefined)

/** A whole number typed as text, in a range. */
export const wholeNumber = (min: number, max: number) =>
  z.coerce.number('form.number').int('form.number').min(min).max(max)

/** The version of a record that a form was filled in from. */
export const version = z.coerce.number('form.invalid').int('form.invalid').min(1)

/** An id of one of our records. */
export const id = z.uuid('form.invalid')

/** A concept of the taxonomy. */
export const conceptUri = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[\w./#-]+$/, 'form.invalid')
