import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import { migrate } from '#db/migrate.ts'
import { type OpenDatabase, openDatabase } from '#db/open.ts'

/** The databases that tests run on here: SQLite always, PostgreSQL where `TEST_POSTGRES_URL` names a server. */
export const dialects: Dialect[] = process.env.TEST_POSTGRES_URL
  ? ['sqlite', 'postgres']
  : ['sqlite']

/** An empty migrated database of its own; `drop` closes and removes it. */
export async function createDatabase(
  dialect: Dialect,
): Promise<OpenDatabase & { url: string; drop: () => Promise<void> }> {
  return dialect === 'sqlite' ? createSqlite() : createPostgres()
}

/** `createDatabase`, dropped when the running test ends. */
export async function testDatabase(dialect: Dialect): Promise<OpenDatabase & { url: string }> {
  const database = await createDatabase(dialect)
  onTestFinished(() => database.drop())
  return database
}

async function createSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-db-'))
  const file = join(folder, 'test.db')
  copyFileSync(inject('emptyDatabase'), file)
  const url = `file:${file}`
  const open = openDatabase(url)
  return {
    ...open,
    url,
    drop: async () => {
      await open.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function createPostgres() {
  const server = process.env.TEST_POSTGRES_URL ?? ''
  const name = `passerelle_test_${newId().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const open = openDatabase(url.href)
  await migrate(open)
  return {
    ...open,
    url: url.href,
    drop: async () => {
      await open.close()
      await run(`drop database ${name} with (force)`)
    },
  }
}
