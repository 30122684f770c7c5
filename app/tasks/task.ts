import type { OpenDatabase } from '#db/open.ts'

/** What a task works with. */
export interface TaskContext {
  /** The database that the config names, migrated. */
  readonly open: OpenDatabase
  readonly env: Readonly<Record<string, string | undefined>>
  /** One line for the person at the terminal, on standard error: standard output is for results. */
  log(line: string): void
  /** One line of result, on standard output. */
  print(line: string): void
}

/** A command of `npm run task -- NAME`. */
export interface Task {
  readonly name: string
  /** One line: what it does, with its arguments. */
  readonly summary: string
  /** What it prints is all that it does: it need not go on when nobody reads any more. */
  readonly onlyPrints?: boolean
  /** Rejects with a `TaskError` for what the person can mend. */
  run(args: readonly string[], context: TaskContext): Promise<void>
}

/** Something the person at the terminal can mend; its message says how. */
export class TaskError extends Error {}
