import { hostname } from 'node:os'
import { describe, expect, test } from 'vitest'
import { applyIndexChanges } from '#app/domain/indexing/apply-changes.server.ts'
import { askIndexRun } from '#app/domain/indexing/ask-index-run.server.ts'
import { findEmptied } from '#app/domain/indexing/find-emptied.server.ts'
import {
  indexStore,
  readIndexRuns,
  recordedCheck,
  recordedRebuild,
  runUnderWay,
} from '#app/domain/indexing/index-runs.server.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { lastIndexChange, recordIndexChange } from '#db/queries/index-change.ts'
import { insertIndexRun } from '#db/queries/index-run.ts'
import { MeilisearchEngine } from '#search/meilisearch/engine.ts'
import { dialects } from '#tests/support/database.ts'
import { addCompany, addOpportunity, addUser, now, searchStores, viewer } from './search-support.ts'

const cause = { reason: 'asked', askedBy: null } as const

describe.each(dialects)('runs of the index, %s', (dialect) => {
  async function world() {
    const at = await searchStores(dialect)
    const company = await addCompany(at.db, 'Métal Abidjan')
    const stores = { ...at.stores, store: 'embedded x' }
    const add = async () => {
      const id = await addOpportunity(at.stores, company)
      await recordIndexChange(at.db, dialect, 'opportunity', [id], now())
      return id
    }
    return { ...at, stores, company, add }
  }

  test('a rebuild says when, why and how many, and outlives the process', async () => {
    const { stores, add } = await world()
    await add()
    await add()
    const counts = await recordedRebuild(stores, { reason: 'missing', askedBy: null })
    expect(counts).toEqual({ profile: 0, opportunity: 2, company: 1 })
    const runs = await readIndexRuns(stores)
    expect(runs.rebuilt).toMatchObject({
      reason: 'missing',
      asked_by: null,
      done: 3,
      total: 3,
      error: null,
    })
    expect(runs.rebuilt?.finished_at).not.toBeNull()
    expect(runs).toMatchObject({ rebuilding: null, checked: null, checking: null, failed: null })
    expect(await readIndexRuns({ ...stores, store: 'another' })).toMatchObject({ rebuilt: null })
  })

  test('a check counts what differs', async () => {
    const { stores, search, add } = await world()
    const id = await add()
    await recordedRebuild(stores, cause)
    expect((await recordedCheck(stores, cause)).differences).toEqual([])
    expect((await readIndexRuns(stores)).checked).toMatchObject({ differences: 0, done: 2 })
    await search.remove('opportunity', [id])
    await recordedCheck(stores, cause)
    expect((await readIndexRuns(stores)).checked).toMatchObject({ differences: 1 })
  })

  test('a run that fails says why, and the last good one stays known', async () => {
    const { stores } = await world()
    await recordedRebuild(stores, cause)
    // Nobody listens there.
    const down = new MeilisearchEngine({
      url: 'http://127.0.0.1:9',
      taxonomy: stores.reference.taxonomy,
    })
    await expect(recordedRebuild({ ...stores, search: down }, cause)).rejects.toThrow(
      'does not answer',
    )
    const runs = await readIndexRuns(stores)
    expect(runs.failed?.error).toContain('does not answer')
    expect(runs.rebuilt).toMatchObject({ error: null })
    await recordedRebuild(stores, cause)
    expect((await readIndexRuns(stores)).failed).toBeNull()
  })

  test('only a living process is under way', async () => {
    const { db, stores } = await world()
    const at = toInstant(now())
    const old = toInstant(new Date(now().getTime() - 60_000))
    const run = (holder: string, updated_at: string) =>
      insertIndexRun(db, {
        id: newId(),
        store: stores.store,
        kind: 'rebuild',
        reason: 'missing',
        asked_by: null,
        holder,
        started_at: old,
        updated_at,
        finished_at: null,
        done: 1,
        total: 10,
        differences: null,
        error: null,
      })
    // Our own number, from before a restart; a process that has died; one that has gone silent.
    await run(`${hostname()} ${process.pid}`, at)
    await run(`${hostname()} 4194305`, at)
    await run('elsewhere 12', old)
    expect(await runUnderWay(stores, 'rebuild')).toBeNull()
    await run('elsewhere 13', at)
    expect(await runUnderWay(stores, 'rebuild')).toMatchObject({ holder: 'elsewhere 13' })
    expect(await runUnderWay(stores, 'check')).toBeNull()
  })

  test('documents that went without a trace are missed, and nothing else is', async () => {
    const { db, stores, search, add } = await world()
    expect(await findEmptied(db, search, 0)).toBe(true)
    await recordedRebuild(stores, cause)
    expect(await findEmptied(db, search, await search.appliedSequence())).toBe(false)
    const id = await add()
    // Not applied yet: nothing is missing.
    expect(await findEmptied(db, search, await search.appliedSequence())).toBe(false)
    while (await applyIndexChanges(stores));
    const applied = await search.appliedSequence()
    expect(applied).toBe(await lastIndexChange(db))
    expect(await findEmptied(db, search, applied)).toBe(false)
    await search.remove('opportunity', [id])
    expect(await findEmptied(db, search, applied)).toBe(true)
  })

  test('an administrator may ask, nobody else, and it is on record', async () => {
    const { db, stores, company } = await world()
    const userId = await addUser(db)
    const asked: string[] = []
    const ask = (who: ReturnType<typeof viewer>) =>
      askIndexRun(stores, { ...who, userId }, 'rebuild', (by) => asked.push(by))
    const recruiter = viewer(userId, [{ orgKind: 'company', orgId: company, role: 'owner' }])
    await expect(ask(recruiter)).rejects.toMatchObject({ code: 'forbidden' })
    expect(asked).toEqual([])
    const administrator = viewer(userId, [
      { orgKind: 'platform', orgId: 'platform', role: 'administrator' },
    ])
    await ask(administrator)
    expect(asked).toEqual([userId])
    const events = await db.selectFrom('audit_event').select(['action', 'actor_id']).execute()
    expect(events).toEqual([{ action: 'index.rebuild-asked', actor_id: userId }])
  })
})

test('an index is named by where it stands, without keys', () => {
  expect(indexStore({ searchFile: 'data/search.db', meili: null })).toBe('embedded data/search.db')
  const meili = { url: 'http://search:7700', key: 'secret', prefix: 'demo' }
  expect(indexStore({ searchFile: 'x', meili })).toBe('meilisearch http://search:7700 demo')
})
