import { existsSync, rmSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import SqliteDatabase from 'better-sqlite3'
import { readConfig } from '#app/server/config.server.ts'
import { migrationProvider } from '#db/migrations/index.ts'
import { type Task, type TaskContext, TaskError } from './task.ts'

const usage = 'restore FILE --yes'

/** Puts a copy that `backup` made in the place of the database, all or nothing. */
export const restore = {
  name: 'restore',
  summary: 'FILE: replace the database by a backup; stop the site first',
  /**
   * Rejects with a `TaskError`, and changes nothing, when the copy is missing, damaged, no copy of
   * this product or of a newer version of it; when somebody else has the database open; and without `--yes`.
   */
  async run(
    args: readonly string[],
    { open, env, log }: Pick<TaskContext, 'open' | 'env' | 'log'>,
  ) {
    const { file, yes } = readArguments(args)
    if (open.dialect === 'postgres') {
      throw new TaskError('This database is PostgreSQL: restore it with pg_restore --clean.')
    }
    const config = readConfig({ APP_MODE: 'development', ...env })
    const target = config.databaseUrl.slice('file:'.length)
    await checkCopy(file)
    if (!yes) {
      const made = statSync(file).mtime.toISOString()
      throw new TaskError(
        `This replaces everything in ${target} by the copy of ${made}; what was written since is lost.\nAdd --yes to go on.`,
      )
    }
    // Our own connection would stand in the way of being alone.
    await open.close()
    requireAlone(target)
    const source = new SqliteDatabase(file, { readonly: true })
    try {
      // SQLite writes all pages in one transaction: a crash meanwhile leaves the old database.
      await source.backup(target)
    } finally {
      source.close()
    }
    // The index followed the database that is gone. The next start builds it anew.
    for (const suffix of ['', '-wal', '-shm']) rmSync(config.searchFile + suffix, { force: true })
    log(`Restored ${target}. The search index is built anew at the next start.`)
  },
} satisfies Task

/** Throws unless the file is a sound copy made by this version of the product or an older one. */
async function checkCopy(file: string): Promise<void> {
  if (!existsSync(file)) throw new TaskError(`There is no file ${file}.`)
  const known = Object.keys(await migrationProvider('sqlite').getMigrations())
  let applied: string[]
  try {
    const copy = new SqliteDatabase(file, { readonly: true })
    try {
      if (copy.pragma('integrity_check', { simple: true }) !== 'ok') {
        throw new TaskError(`${file} is damaged.`)
      }
      applied = copy.prepare<[], string>('select name from kysely_migration').pluck().all()
    } finally {
      copy.close()
    }
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error
    throw new TaskError(`${file} is damaged or no backup of this product (${error.code}).`)
  }
  const unknown = applied.filter((name) => !known.includes(name))
  if (applied.length === 0) throw new TaskError(`${file} is no backup of this product.`)
  if (unknown.length > 0) {
    throw new TaskError(`${file} was made by a newer version, which has ${unknown.join(', ')}.`)
  }
}

/** Throws when another connection has the database open: SQLite leaves WAL mode only for the last one. */
function requireAlone(target: string): void {
  const database = new SqliteDatabase(target, { timeout: 500 })
  try {
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new TaskError(`Another process has ${target} open. Stop the site first.`)
    }
    throw error
  } finally {
    database.close()
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { yes: { type: 'boolean' } },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new TaskError(usage)
    return { file, yes: values.yes ?? false }
  } catch (error) {
    // An option that does not exist.
    throw error instanceof TypeError ? new TaskError(`${error.message}\n${usage}`) : error
  }
}
