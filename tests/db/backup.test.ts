import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { expect, inject, onTestFinished, test } from 'vitest'
import { backup } from '#app/tasks/backup.ts'
import { restore } from '#app/tasks/restore.ts'
import { TaskError } from '#app/tasks/task.ts'
import { migrate } from '#db/migrate.ts'
import { type OpenDatabase, openDatabase } from '#db/open.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { contents } from '#tests/support/contents.ts'
import { dialects, testDatabase } from '#tests/support/database.ts'
import { chamber, publishedProfile } from '#tests/support/fixtures.ts'

/** A folder with a migrated database; tasks are told of it as the command line would. */
function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'site.db')
  copyFileSync(inject('emptyDatabase'), file)
  const searchFile = join(folder, 'search.db')
  const env = { DATABASE_URL: `file:${file}`, SEARCH_FILE: searchFile }
  const lines: string[] = []
  const use = async <T>(work: (open: OpenDatabase) => Promise<T>) => {
    const open = openDatabase(env.DATABASE_URL)
    try {
      await migrate(open)
      return await work(open)
    } finally {
      await open.close()
    }
  }
  const note = (line: string) => void lines.push(line)
  return {
    folder,
    file,
    searchFile,
    copy: join(folder, 'copies', 'copy.db'),
    lines,
    use,
    backup: (...args: string[]) =>
      use((open) => backup.run(args, { open, log: note, print: note })),
    restore: (...args: string[]) => use((open) => restore.run(args, { open, env, log: note })),
  }
}

const refusal = (text: RegExp) =>
  expect.objectContaining({ constructor: TaskError, message: expect.stringMatching(text) })

test('a copy made while writes go on is one state of the database, and comes back whole', async () => {
  const place = workplace()
  await place.use((open) => loadReference(open.db, open.dialect))
  let copied = false
  const writing = place.use(async (open) => {
    let written = 0
    // At least some before, some after; the copy takes several steps, between which we write.
    for (; !copied || written < 20; written++) {
      await publishedProfile(open)
      await nextTurn()
    }
    return written
  })
  await place.backup(place.copy)
  copied = true
  const written = await writing

  const copy = openDatabase(`file:${place.copy}`)
  const atCopy = await contents(copy)
  const profiles = await copy.db.selectFrom('profile').select('id').execute()
  const identities = await copy.db.selectFrom('identity').select('profile_id').execute()
  const changes = await copy.db.selectFrom('index_change').select('entity_id').execute()
  await copy.close()
  expect(profiles.length).toBeLessThanOrEqual(written)
  // One transaction wrote the three: a copy of one moment has all or none of it.
  expect(identities.map((row) => row.profile_id).sort()).toEqual(
    profiles.map((row) => row.id).sort(),
  )
  expect(changes.map((row) => row.entity_id).sort()).toEqual(profiles.map((row) => row.id).sort())

  writeFileSync(place.searchFile, 'an index of the database as it was')
  await place.use((open) => chamber(open))
  expect(await place.use((open) => contents(open))).not.toEqual(atCopy)
  await place.restore(place.copy, '--yes')
  expect(await place.use((open) => contents(open))).toEqual(atCopy)
  expect(existsSync(place.searchFile)).toBe(false)
})

test('a copy is not written over, unless one says so', async () => {
  const place = workplace()
  await place.backup(place.copy)
  await expect(place.backup(place.copy)).rejects.toEqual(refusal(/exists already/))
  await place.backup(place.copy, '--replace')
  expect(readdirSync(join(place.folder, 'copies')).filter((file) => file.includes('part'))).toEqual(
    [],
  )
})

test('restoring asks first', async () => {
  const place = workplace()
  await place.backup(place.copy)
  await place.use((open) => chamber(open))
  const before = await place.use((open) => contents(open))
  await expect(place.restore(place.copy)).rejects.toEqual(refusal(/--yes/))
  expect(await place.use((open) => contents(open))).toEqual(before)
})

test('restoring refuses while somebody else has the database open', async () => {
  const place = workplace()
  await place.backup(place.copy)
  const site = openDatabase(`file:${place.file}`)
  await chamber(site)
  const before = await contents(site)
  await expect(place.restore(place.copy, '--yes')).rejects.toEqual(refusal(/Another process/))
  expect(await contents(site)).toEqual(before)
  await site.close()
  await place.restore(place.copy, '--yes')
})

test.each<[string, (file: string) => void, RegExp]>([
  ['missing', () => {}, /no file/],
  ['no database', (file) => writeFileSync(file, 'hello '.repeat(1000)), /damaged or no backup/],
  [
    'another database',
    (file) => new SqliteDatabase(file).exec('create table t (a)').close(),
    /no backup/,
  ],
  [
    'of a newer version',
    (file) => {
      copyFileSync(inject('emptyDatabase'), file)
      new SqliteDatabase(file)
        .exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
        .close()
    },
    /newer version/,
  ],
])('a copy that is %s is refused and changes nothing', async (_, make, reason) => {
  const place = workplace()
  const file = join(place.folder, 'given.db')
  make(file)
  const before = await place.use((open) => contents(open))
  await expect(place.restore(file, '--yes')).rejects.toEqual(refusal(reason))
  expect(await place.use((open) => contents(open))).toEqual(before)
})

test.each([[[]], [['a', 'b']], [['--unknown', 'a']]])(
  'arguments %j are explained',
  async (args) => {
    const place = workplace()
    await expect(place.backup(...args)).rejects.toEqual(refusal(/backup FILE/))
    await expect(place.restore(...args)).rejects.toEqual(refusal(/restore FILE/))
  },
)

test.runIf(dialects.includes('postgres'))('PostgreSQL is left to its own tools', async () => {
  const place = workplace()
  const open = await testDatabase('postgres')
  const quiet = { open, env: {}, log: () => {}, print: () => {} }
  await expect(backup.run([place.copy], quiet)).rejects.toEqual(refusal(/pg_dump/))
  await expect(restore.run([place.copy], quiet)).rejects.toEqual(refusal(/pg_restore/))
})
