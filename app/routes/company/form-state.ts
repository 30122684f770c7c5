import type { FormResult } from '#app/server/forms.server.ts'
import type { FormError } from '#app/ui/error-summary.tsx'

type Values = FormResult['values']

/** What a form shows: what was typed when it came back refused, else what is stored. */
export interface FormState {
  /** The text of a field; undefined when there is none. */
  value(name: string): string | undefined
  /** All values of a field that may have several. */
  values(name: string): string[]
  errors(name: string): readonly string[] | undefined
  /** Every error with the field to mend, for the summary. */
  readonly summary: FormError[]
}

/** The state of a form from what an action gave back, if it did, and from what is stored. */
export function formState(result: FormResult | null | undefined, stored: Values = {}): FormState {
  const all = result?.values ?? stored
  const values = (name: string): string[] => {
    const value = all[name]
    if (value === undefined) return []
    return typeof value === 'string' ? [value] : [...value]
  }
  return {
    value: (name) => values(name)[0],
    values,
    errors: (name) => result?.errors[name],
    summary: Object.entries(result?.errors ?? {}).flatMap(([fieldId, messages]) =>
      messages.map((message) => ({ fieldId, message })),
    ),
  }
}
