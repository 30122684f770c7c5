import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { migrationProvider } from '#db/migrations/index.ts'
import { columnsByTable } from '#tests/support/contents.ts'
import { createDatabase, dialects, testDatabase } from '#tests/support/database.ts'

/** Columns of every table as `db/schema` declares them: what Kysely believes. */
function declaredColumns(): Record<string, string[]> {
  const index = readFileSync('db/schema/index.ts', 'utf8')
  const tables = [...index.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, table = '', type = '']) => ({
    table,
    type,
  }))
  const files = readdirSync('db/schema')
    .map((file) => readFileSync(`db/schema/${file}`, 'utf8'))
    .join('\n')
  const columnsOf = (type: string) => {
    const body = new RegExp(`export interface ${type} \\{([\\s\\S]*?)\\n\\}`).exec(files)?.[1] ?? ''
    return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, column = '']) => column).sort()
  }
  return Object.fromEntries(
    tables
      .map(({ table, type }) => [table, columnsOf(type)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

test('migrations are numbered without gaps, one file each', async () => {
  const files = readdirSync('db/migrations')
    .filter((file) => /^\d/.test(file))
    .sort()
  const names = Object.keys(await migrationProvider('sqlite').getMigrations())
  expect(files.map((file) => file.replace(/\.ts$/, ''))).toEqual(names)
  names.forEach((name, at) => {
    expect(Number(name.slice(0, 4))).toBe(at + 1)
  })
})

describe.each(dialects)('%s', (dialect) => {
  test('has the tables and columns that the code believes in', async () => {
    const { db } = await testDatabase(dialect)
    expect(await columnsByTable(db)).toEqual(declaredColumns())
  })

  test('migrating again changes nothing', async () => {
    const open = await testDatabase(dialect)
    const before = await columnsByTable(open.db)
    expect(await migrate(open)).toEqual([])
    expect(await columnsByTable(open.db)).toEqual(before)
  })

  test('references between tables are enforced', async () => {
    const { db } = await testDatabase(dialect)
    await expect(
      db
        .insertInto('profile_language')
        .values({ profile_id: 'nobody', language: 'fr', level: 3 })
        .execute(),
    ).rejects.toThrow(/foreign key/i)
  })

  test('closed lists are closed', async () => {
    const { db } = await testDatabase(dialect)
    const values = {
      id: 'm',
      user_id: 'u',
      org_kind: 'club',
      org_id: 'o',
      role: 'owner',
      created_at: 'now',
    }
    await expect(
      db
        .insertInto('membership')
        .values(values as never)
        .execute(),
    ).rejects.toThrow(/check/i)
  })

  test('a migration that fails leaves nothing behind', async () => {
    const { db } = await testDatabase(dialect)
    const before = await columnsByTable(db)
    const failing = db.transaction().execute(async (trx) => {
      await sql.raw('create table half_done (id text primary key)').execute(trx)
      await sql.raw('create table half_done (id text primary key)').execute(trx)
    })
    await expect(failing).rejects.toThrow(/half_done/)
    expect(await columnsByTable(db)).toEqual(before)
  })
})

test.runIf(dialects.length > 1)('both databases have the same tables and columns', async () => {
  const open = await Promise.all(dialects.map((dialect) => createDatabase(dialect)))
  try {
    const [first, ...others] = await Promise.all(open.map(({ db }) => columnsByTable(db)))
    for (const other of others) expect(other).toEqual(first)
  } finally {
    for (const database of open) await database.drop()
  }
})
