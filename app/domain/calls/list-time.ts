/** Lists are made from this hour of a chamber's own clock on: everything of the day before is in. */
const fromHour = 3

const clocks = new Map<string, Intl.DateTimeFormat>()

/**
 * Whether the lists of the day are to be made where the clock of a time zone stands: from three in the morning on working days
 * (Monday to Friday), once the day has begun there as in UTC, by which lists are dated.
 */
export function isListTime(timeZone: string, now: Date): boolean {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  const part = Object.fromEntries(
    clock.formatToParts(now).map(({ type, value }) => [type, value] as const),
  )
  const day = `${part.year}-${part.month}-${part.day}`
  const working = part.weekday !== 'Sat' && part.weekday !== 'Sun'
  return working && Number(part.hour) >= fromHour && day === now.toISOString().slice(0, 10)
}
