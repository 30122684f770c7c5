/**
 * How values that SQL has no common type for are kept, the same on SQLite and PostgreSQL:
 * instants as ISO 8601 UTC text (it sorts), days as `YYYY-MM-DD`, booleans as 0 or 1, lists as JSON text.
 */

/** The instant as ISO 8601 UTC text with milliseconds. */
export function toInstant(date: Date): string {
  return date.toISOString()
}

/** The UTC day of the instant, `YYYY-MM-DD`. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** 1 for true, 0 for false. */
export function toFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

/** True for 1, false for 0. */
export function fromFlag(value: number): boolean {
  return value !== 0
}

/** JSON text of a list of strings. */
export function toList(values: readonly string[]): string {
  return JSON.stringify(values)
}

/** The list of strings that `toList` wrote. Throws when the text is anything else. */
export function fromList(text: string): string[] {
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new TypeError('not a JSON list of strings')
  }
  return value
}
