import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { SignedIn } from '#app/domain/access.ts'
import { askToApply, askToUndo } from '#app/domain/import/decide-import.server.ts'
import { mapColumns } from '#app/domain/import/map-columns.server.ts'
import { workOnImports } from '#app/domain/import/run-imports.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { fromList } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { importById } from '#db/queries/company-import.ts'
import { loadReference as loadSeed } from '#db/seed/load-reference.ts'
import { csvOf, makeList } from '../../import/make-list.ts'

/** What loading a list of companies took, from the bytes of the file to the last company written. */
export interface ImportFigures {
  readonly rows: number
  readonly created: number
  /** The whole, in seconds; then its parts. */
  readonly seconds: number
  readonly read: number
  readonly check: number
  readonly apply: number
  /** Taking it all back. */
  readonly undo: number
  /** The longest that anybody else waited for a turn meanwhile, in milliseconds. */
  readonly longestPauseMs: number
  /** The longest that another writer waited for the database meanwhile, in milliseconds. */
  readonly longestWriteMs: number
}

/** Loads a list of so many companies (10,000 unless told) as a chamber does, into a database of its own. */
export async function benchImport(count = 10_000): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-import-'))
  const open = openDatabase(`file:${join(folder, 'bench.db')}`)
  try {
    await migrate(open)
    await loadSeed(open.db, open.dialect)
    const reference = await loadReference(open.db)
    const staff = await officer(open)
    const deps = () => ({ db: open.db, dialect: open.dialect, reference, now: new Date() })
    const stores = { open, reference, now: () => new Date() }
    const settle = async () => {
      while (await workOnImports(stores));
    }
    const bytes = Buffer.from(csvOf(makeList(count, { mess: 2 })))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const writer = otherWriter(open.db)
    delay.enable()

    const began = performance.now()
    const id = await startImport(deps(), staff, { name: 'liste.csv', bytes })
    const read = performance.now()
    const mapping = (await importById(open.db, id))?.mapping ?? '[]'
    await mapColumns(deps(), staff, id, fromList(mapping))
    await settle()
    const checked = performance.now()
    await askToApply(deps(), staff, id)
    await settle()
    const applied = performance.now()
    delay.disable()
    const longestWriteMs = await writer.stop()

    const one = await importById(open.db, id)
    if (one?.status !== 'applied') throw new Error(`the list was not applied: ${one?.error}`)
    await askToUndo(deps(), staff, id)
    await settle()
    const undone = performance.now()
    const seconds = (from: number, to: number) => Math.round(to - from) / 1000
    return {
      rows: count,
      created: JSON.parse(one.counts).new,
      seconds: seconds(began, applied),
      read: seconds(began, read),
      check: seconds(read, checked),
      apply: seconds(checked, applied),
      undo: seconds(applied, undone),
      longestPauseMs: Math.round(delay.max / 1e6),
      longestWriteMs: Math.round(longestWriteMs),
    }
  } finally {
    await open.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Open = ReturnType<typeof openDatabase>

/** Staff of a chamber of the whole country. */
async function officer({ db }: Open): Promise<SignedIn> {
  const [userId, chamberId] = [newId(), newId()]
  const at = new Date().toISOString()
  await db
    .insertInto('auth_user')
    .values({
      id: userId,
      name: '',
      email: `${userId}@bench.invalid`,
      emailVerified: 1,
      image: null,
      phoneNumber: null,
      phoneNumberVerified: null,
      twoFactorEnabled: null,
      locale: 'fr',
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto('chamber')
    .values({ id: chamberId, country: 'CI', name: 'Chambre', admin1s: '[]', created_at: at })
    .execute()
  const membership = { orgKind: 'chamber', orgId: chamberId, role: 'staff' } as const
  return { userId, memberships: [membership], profileId: null, twoFactor: false }
}

/** Somebody else who writes a little all the time; `stop` tells the longest that one of those writes took. */
function otherWriter(db: Open['db']): { stop(): Promise<number> } {
  let longest = 0
  let writing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    const began = performance.now()
    writing = db
      .updateTable('chamber')
      .set({ name: 'Chambre' })
      .execute()
      .then(() => {
        longest = Math.max(longest, performance.now() - began)
      })
  }, 50)
  return {
    async stop() {
      clearInterval(timer)
      await writing
      return longest
    },
  }
}
