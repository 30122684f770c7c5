import { toDay, toInstant } from '../../codec.ts'

const dayMs = 86_400_000

/** Days and instants counted from the moment the demonstration is loaded, so that its deadlines lie ahead. */
export interface Calendar {
  readonly now: Date
  /** The day so many days ahead; behind when negative. */
  day(ahead: number): string
  /** An instant so many days ago, never in the future. */
  ago(days: number): string
}

/** The calendar around a moment. */
export function calendarFrom(now: Date): Calendar {
  return {
    now,
    day: (ahead) => toDay(new Date(now.getTime() + ahead * dayMs)),
    ago: (days) => toInstant(new Date(now.getTime() - Math.max(0, days) * dayMs)),
  }
}
