import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { CompiledQuery, Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { type Dialect, dialectOf } from './dialect.ts'
import { withKeptStatements } from './kept-statements.ts'
import type { Database } from './schema/index.ts'

/** A database that may be written. */
export type Db = Kysely<Database>

/** What a loader gets: the same queries without the verbs that write. */
export type ReadDb = Pick<Kysely<Database>, 'selectFrom' | 'with' | 'fn'>

/** An open database and what else the process needs to know of it. */
export interface OpenDatabase {
  readonly db: Db
  readonly dialect: Dialect
  /** Copies the whole database to a file while others go on writing. SQLite only: PostgreSQL has pg_dump. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/**
 * Opens `file:PATH` (SQLite: WAL, foreign keys, 5 s busy timeout) or `postgres://...` (a pool of 10).
 * Errors: an unknown scheme, or what the driver says of a file or server that cannot be opened.
 */
export function openDatabase(url: string): OpenDatabase {
  return dialectOf(url) === 'sqlite' ? openSqlite(url.slice('file:'.length)) : openPostgres(url)
}

function openSqlite(path: string): OpenDatabase {
  mkdirSync(dirname(path), { recursive: true })
  const raw = new SqliteDatabase(path)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('temp_store = MEMORY')
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: withKeptStatements(raw) }),
  })
  return {
    db,
    dialect: 'sqlite',
    backup: async (file) => {
      // All pages in one step: between steps another process may write, and the copy would begin again.
      await raw.backup(file, { progress: () => Number.MAX_SAFE_INTEGER })
    },
    async close() {
      await db.destroy()
      // Kysely closes only what a query has opened.
      raw.close()
    },
  }
}

function openPostgres(url: string): OpenDatabase {
  const types = {
    getTypeParser(oid: number, format?: 'text' | 'binary') {
      // count(*) and sum() are int8 and numeric there: read them as numbers, as SQLite does
      if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number
      return pg.types.getTypeParser(oid, format)
    },
  }
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // An idle connection that the server ends (a restart) leaves the pool by itself; the next query opens another.
  pool.on('error', () => {})
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool,
      // Compiling a page's query takes PostgreSQL a second where running it takes fifty milliseconds.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('set jit = off'))
      },
    }),
  })
  return {
    db,
    dialect: 'postgres',
    backup: () => Promise.reject(new Error('back up PostgreSQL with pg_dump')),
    close: () => db.destroy(),
  }
}
