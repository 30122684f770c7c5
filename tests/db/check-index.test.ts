import { describe, expect, test } from 'vitest'
import { checkIndex } from '#app/domain/indexing/check-index.server.ts'
import { checkIndexTask } from '#app/tasks/check-index.ts'
import { TaskError } from '#app/tasks/task.ts'
import { dialects } from '#tests/support/database.ts'
import { indexFixture } from './index-fixture.ts'

describe.each(dialects)('check-index on %s', (dialect) => {
  test('says that all is well', async () => {
    const { run } = await indexFixture(dialect, 700)
    const { printed, log } = await run(checkIndexTask)
    expect(printed).toEqual([])
    expect(log).toEqual(['The index agrees with the database: 700 documents.'])
  })

  test('finds documents that are missing, left over and outdated, and mends them', async () => {
    const { open, search, reference, ids, rename, run } = await indexFixture(dialect, 5)
    const [missing = '', leftOver = '', outdated = ''] = ids
    await search.remove('company', [missing])
    await open.db.deleteFrom('company').where('id', '=', leftOver).execute()
    await rename(outdated, 'Un autre nom', { forget: true })

    const stores = { db: open.db, search, reference }
    expect((await checkIndex(stores)).differences).toEqual([
      { kind: 'company', id: missing, problem: 'missing' },
      { kind: 'company', id: leftOver, problem: 'left-over' },
      { kind: 'company', id: outdated, problem: 'outdated' },
    ])
    await expect(run(checkIndexTask)).rejects.toThrow('Documents that differ: 3.')

    const { printed, log } = await run(checkIndexTask, ['--repair'])
    expect(printed).toEqual([
      `company ${missing} missing from the index`,
      `company ${leftOver} in the index without reason`,
      `company ${outdated} outdated in the index`,
    ])
    expect(log).toEqual(['Documents mended: 3'])
    expect((await checkIndex(stores)).differences).toEqual([])
    expect((await search.search('company', { text: 'autre' })).total).toBe(1)
  })

  test('leaves a change under way to the worker', async () => {
    const { open, search, reference, ids, rename, run, applyAll } = await indexFixture(dialect, 3)
    await rename(ids[0] ?? '', 'Nouveau nom')
    const { printed, log } = await run(checkIndexTask)
    expect(printed).toEqual([])
    expect(log[0]).toBe('Changes that wait for the index worker: 1')
    await applyAll()
    expect(await checkIndex({ db: open.db, search, reference })).toMatchObject({
      differences: [],
      waiting: 0,
      unbuilt: false,
      foreign: false,
    })
  })

  test('says when the index is still to be built', async () => {
    const { run, env } = await indexFixture(dialect, 2)
    const file = `${env.SEARCH_FILE}.new`
    const empty = run(checkIndexTask, [], { SEARCH_FILE: file })
    await expect(empty).rejects.toThrow(/not built yet/)
  })

  test('refuses an index of another database, and what it does not know', async () => {
    const { search, run } = await indexFixture(dialect, 1)
    await search.apply({}, 1_000_000)
    await expect(run(checkIndexTask, ['--repair'])).rejects.toThrow(/belongs to another/)
    await expect(run(checkIndexTask, ['--mend'])).rejects.toThrow(TaskError)
  })
})
