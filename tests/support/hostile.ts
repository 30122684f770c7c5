import type { FormField } from './forms.ts'

/** A value that somebody might send, and whether a form may ever take it. */
export interface HostileValue {
  readonly what: string
  readonly values: readonly string[]
  /** False for text that is odd but allowed: it may be saved, as text. */
  readonly mustRefuse: boolean
}

const script = '<img src=x onerror=alert(1)><script>alert(1)</script>'
const sql = "x'); drop table profile; --"

/** What is sent in a field's place: wrong kinds, too much, other people's ids, and tricks. */
export function hostileValues(field: FormField, foreignIds: readonly string[]): HostileValue[] {
  const closed = field.choices !== null || ['hidden', 'date', 'number'].includes(field.type)
  const refuse = (what: string, ...values: string[]) => ({ what, values, mustRefuse: true })
  const odd = (what: string, value: string) => ({ what, values: [value], mustRefuse: closed })
  return [
    refuse('a null byte', 'abc\u0000def'),
    refuse('a direction override', 'abc\u202edef'),
    refuse('far too long a text', 'é'.repeat(100_000)),
    ...(field.type === 'checkbox' || field.choices?.length
      ? []
      : [refuse('two values', 'un', 'deux')]),
    odd('SQL', sql),
    odd('HTML', script),
    odd('a negative number', '-1'),
    odd('a huge number', '99999999999999999999'),
    odd('a word', 'inconnu'),
    ...foreignIds.map((id) => odd("somebody else's id", id)),
  ]
}

/** Markup of `hostileValues` as it must never stand in a page. */
export const rawMarkup = '<img src=x onerror'
