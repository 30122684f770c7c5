import { unique } from './fixtures.ts'
import type { FormField } from './forms.ts'

/** A value that somebody might send, and whether a form may ever take it. */
export interface HostileValue {
  readonly what: string
  readonly values: readonly string[]
  /** Part of the value that nothing else holds: where it stands in the database, the value was stored. */
  readonly mark: string
  /** False for text that is odd but allowed: it may be saved, as text. */
  readonly mustRefuse: boolean
}

/** Markup of `hostileValues` as it must never stand in a page. */
export const rawMarkup = '<img src=x onerror'

/** What is sent in a field's place: wrong kinds, too much, other people's ids, and tricks. */
export function hostileValues(field: FormField, foreignIds: readonly string[]): HostileValue[] {
  const closed = field.choices !== null || ['hidden', 'date', 'number'].includes(field.type)
  const mark = unique(12)
  const one = (what: string, value: string, mustRefuse: boolean, found = mark) => ({
    what,
    values: [value],
    mark: found,
    mustRefuse,
  })
  const all = [
    one('a null byte', `${mark}\u0000def`, true),
    one('a direction override', `${mark}\u202edef`, true),
    one('far too long a text', mark + 'é'.repeat(100_000), true),
    one(
      'SQL and HTML',
      `${mark}'); drop table profile; --${rawMarkup}=alert(1)><script>alert(1)</script>`,
      closed,
    ),
  ]
  if (!field.choices?.length)
    all.push({ what: 'two values', values: [`${mark}1`, `${mark}2`], mark, mustRefuse: true })
  if (!closed) return all
  // Where only certain values make sense, so many more make none.
  const never = 'nowhere'
  return [
    ...all,
    one('a negative number', '-1', true, never),
    one('a huge number', '99999999999999999999', true, never),
    one('a word', mark, true),
    ...foreignIds.map((id) => one("somebody else's id", id, true, never)),
  ]
}
