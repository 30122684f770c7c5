/**
 * The day typed in a `BirthDateField` called `name`: `YYYY-MM-DD`, an empty string when all three
 * parts are empty, or null when a part is missing or the calendar has no such day.
 */
export function readDateParts(data: FormData, name: string): string | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => data.get(`${name}.${part}`))
  if (!year && !month && !day) return ''
  if (![year, month, day].every((part) => typeof part === 'string' && /^\d{1,4}$/.test(part))) {
    return null
  }
  const text = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-')
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

const pad = (part: FormDataEntryValue | null | undefined) => String(part).padStart(2, '0')

/** Parts of a `YYYY-MM-DD` day without leading zeros, as the three selects hold them. */
export function splitDate(date: string | undefined): { year: string; month: string; day: string } {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') }
}
