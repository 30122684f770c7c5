import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Dialect } from '../dialect.ts'

/** The few words in which the two dialects' DDL differs. Migrations are otherwise one SQL text. */
export interface Words {
  /** Ends a `create table`: SQLite's strict typing. */
  readonly strict: string
  /** A floating-point number of 8 bytes. */
  readonly real: string
  /** Bytes as they are. */
  readonly bytes: string
  /** A primary key that counts up and is never used twice. */
  readonly sequence: string
  /** The types better-auth writes to: it brings its own codec for each dialect. */
  readonly authTime: string
  readonly authFlag: string
  /** What a transaction does before it writes index changes, so that they become visible in their order. */
  readonly beforeIndexChanges: readonly string[]
}

const words: Record<Dialect, Words> = {
  sqlite: {
    strict: 'strict',
    real: 'real',
    bytes: 'blob',
    sequence: 'integer primary key autoincrement',
    authTime: 'text',
    authFlag: 'integer',
    beforeIndexChanges: [],
  },
  postgres: {
    strict: '',
    real: 'double precision',
    bytes: 'bytea',
    sequence: 'bigint generated always as identity primary key',
    authTime: 'timestamptz',
    authFlag: 'boolean',
    beforeIndexChanges: ['select pg_advisory_xact_lock(7277)'],
  },
}

/** A migration from a list of SQL statements, in order, told which dialect it writes for. */
export function statements(list: (words: Words) => string[]): (dialect: Dialect) => Migration {
  return (dialect) => ({
    async up(db: Kysely<unknown>) {
      for (const statement of list(words[dialect])) await sql.raw(statement).execute(db)
    },
  })
}
