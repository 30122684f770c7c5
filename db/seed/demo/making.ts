import type { Calendar } from './days.ts'
import type { DemoRows, DemoUsers } from './rows.ts'
import type { DemoVocabulary } from './vocabulary.ts'

/** What every part of the demonstration is made with; each part adds its rows to `rows`. */
export interface Making {
  readonly rows: DemoRows
  readonly vocabulary: DemoVocabulary
  readonly calendar: Calendar
  readonly users: DemoUsers
  /** A public code that no other profile has. */
  readonly nextCode: () => string
}
