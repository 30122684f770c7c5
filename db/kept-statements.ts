import type SqliteDatabase from 'better-sqlite3'

/** As many different queries as an application has; beyond that they are made, not written. */
const most = 500
const changesShape = /^\s*(create|alter|drop)\b/i

/**
 * The database as Kysely asks it, its prepared statements kept: preparing one, and making the code
 * that builds its rows, takes longer than most of our queries. A change of the schema forgets them.
 */
export function withKeptStatements(database: SqliteDatabase.Database) {
  const kept = new Map<string, SqliteDatabase.Statement>()
  return {
    prepare(sql: string): SqliteDatabase.Statement {
      if (changesShape.test(sql)) {
        kept.clear()
        return database.prepare(sql)
      }
      const known = kept.get(sql)
      // One that is being read row by row cannot be run meanwhile.
      if (known && !known.busy) return known
      const statement = database.prepare(sql)
      if (kept.size >= most) kept.clear()
      kept.set(sql, statement)
      return statement
    },
    close: () => database.close(),
  }
}
