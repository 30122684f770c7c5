import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { SignedIn } from '#app/domain/access.ts'
import { askToApply } from '#app/domain/import/decide-import.server.ts'
import { mapColumns } from '#app/domain/import/map-columns.server.ts'
import { workOnImports } from '#app/domain/import/run-imports.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { fromList } from '#db/codec.ts'
import { importById } from '#db/queries/company-import.ts'
import { loadReference as loadSeed } from '#db/seed/load-reference.ts'
import { chamberStaff } from '../domain/company-support.ts'
import { csvOf, makeList } from '../import/make-list.ts'
import { createDatabase, dialects } from '../support/database.ts'

const rounds = 10
const companies = 4000

/** A process of its own that works on imports; `go` lets it begin, `kill` ends it as a power cut does. */
async function worker(url: string) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/import-worker.ts'],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  return {
    ended,
    go: () => child.stdin.write('go\n'),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test.each(dialects)(
  'an import that is killed half-way leaves nothing or everything, and says which, on %s',
  {
    timeout: 240_000,
  },
  async (dialect) => {
    const open = await createDatabase(dialect)
    onTestFinished(() => open.drop())
    await loadSeed(open.db, dialect)
    const reference = await loadReference(open.db)
    const deps = { db: open.db, dialect, reference, now: new Date() }
    const stores = { open, reference, now: () => new Date() }
    const staff: SignedIn = await chamberStaff(open.db, 'CI')
    const list = Buffer.from(csvOf(makeList(companies)))
    const id = await startImport(deps, staff, { name: 'liste.csv', bytes: list })
    const one = await importById(open.db, id)
    await mapColumns(deps, staff, id, fromList(one?.mapping ?? '[]'))
    while (await workOnImports(stores));
    const expected = JSON.parse((await importById(open.db, id))?.counts ?? '{}').new
    expect(expected).toBeGreaterThan(companies * 0.95)

    const counts = async () => {
      const of = async (table: 'company' | 'site' | 'company_identifier' | 'relation') => {
        const row = await open.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirst()
        return Number(row?.count ?? 0)
      }
      return [
        await of('company'),
        await of('site'),
        await of('company_identifier'),
        await of('relation'),
      ]
    }
    const all = [expected, expected, expected, expected]

    // As long as the whole takes here, so that the kills fall all along it.
    await askToApply(deps, staff, id)
    const whole = await worker(open.url)
    const began = performance.now()
    whole.go()
    await whole.ended
    const takes = performance.now() - began
    expect(await counts()).toEqual(all)

    const ends = { nothing: 0, everything: 0 }
    for (let round = 0; round < rounds; round++) {
      await open.db.deleteFrom('company').execute()
      await open.db
        .updateTable('company_import')
        .set({ status: 'checked', applied_at: null })
        .where('id', '=', id)
        .execute()
      await askToApply(deps, staff, id)
      const child = await worker(open.url)
      child.go()
      await pause(takes * (0.05 + (0.95 * (round + Math.random())) / rounds))
      await child.kill()
      // PostgreSQL notices that its client is gone when it next speaks to it.
      if (dialect === 'postgres') await pause(500)

      const found = await counts()
      const before = await importById(open.db, id)
      if (before?.status === 'applied') {
        expect(found).toEqual(all)
        ends.everything++
        continue
      }
      expect(found).toEqual([0, 0, 0, 0])
      ends.nothing++
      // Where it was killed before it began, it is simply done; else it is said that nothing was written.
      const begun = before?.holder !== null
      await workOnImports(stores)
      const after = await importById(open.db, id)
      if (begun) expect(after).toMatchObject({ status: 'checked', error: 'stopped', holder: null })
      else expect(after).toMatchObject({ status: 'applied' })
      if (begun) expect(await counts()).toEqual([0, 0, 0, 0])
    }
    expect(ends.nothing).toBeGreaterThan(0)

    // And begun again it goes through.
    const last = await importById(open.db, id)
    if (last?.status === 'checked') {
      await askToApply(deps, staff, id)
      while (await workOnImports(stores));
    }
    expect(await counts()).toEqual(all)
  },
)
