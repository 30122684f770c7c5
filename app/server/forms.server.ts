import { parseWithZod } from '@conform-to/zod/v4'
import { data } from 'react-router'
import type { z } from 'zod'
import { FieldErrors } from '#app/domain/errors.ts'
import { type Translate, translateKey } from '#app/i18n/translate.ts'

/** What a refused form gives back to its page: what was typed, and what is wrong, translated, by field name. */
export interface FormResult {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: Readonly<Record<string, readonly string[]>>
}

type Parsed<T> = { ok: true; value: T } | { ok: false; result: FormResult }

/** Fields whose text is never sent back to the page. */
const secret = /password|code/i

/**
 * Reads a posted form by its schema (empty text counts as absent). Messages of the schema are
 * message keys; issues without one get the general message for their kind.
 */
export function parseForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  t: Translate,
): Parsed<z.output<S>> {
  const submission = parseWithZod(form, { schema, error: (issue) => issueKey(issue) })
  if (submission.status === 'success') return { ok: true, value: submission.value }
  const errors: Record<string, string[]> = {}
  for (const [name, found] of Object.entries(submission.error ?? {})) {
    if (found) errors[name] = [...new Set(found)].slice(0, 1).map((text) => messageOf(text, t))
  }
  return { ok: false, result: { values: valuesOf(form), errors } }
}

/** The result of a form that a use case refused: message keys by field become messages. */
export function refusedForm(form: FormData, error: FieldErrors, t: Translate): FormResult {
  return {
    values: valuesOf(form),
    errors: Object.fromEntries(
      Object.entries(error.fields).map(([name, key]) => [name, [messageOf(key, t)]]),
    ),
  }
}

/** The 422 answer that shows a form again with its errors. */
export function unprocessable<T extends FormResult>(result: T) {
  return data(result, { status: 422 })
}

/**
 * Runs a use case for a parsed form. Field errors that it throws come back beside their fields;
 * everything else rises.
 */
export async function refusing<T>(
  form: FormData,
  t: Translate,
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; result: FormResult }> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof FieldErrors) return { ok: false, result: refusedForm(form, error, t) }
    throw error
  }
}

function valuesOf(form: FormData): FormResult['values'] {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (secret.test(name)) continue
    const texts = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map((text) => text.slice(0, 10_000))
    values[name] = texts.length > 1 ? texts : (texts[0] ?? '')
  }
  return values
}

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** The general message key of an issue, with its numbers appended: `form.tooLong|200`. */
function issueKey(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'form.required' : 'form.invalid'
    case 'too_small':
      return issue.origin === 'string'
        ? `form.tooShort|${issue.minimum}`
        : `form.tooSmall|${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string'
        ? `form.tooLong|${issue.maximum}`
        : `form.tooBig|${issue.maximum}`
    default:
      return 'form.invalid'
  }
}

function messageOf(text: string, t: Translate): string {
  const [key = 'form.invalid', number] = text.split('|')
  return translateKey(t, key, number === undefined ? {} : { count: Number(number) })
}
