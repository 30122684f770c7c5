import { describe, expect, test } from 'vitest'
import { reindex } from '#app/tasks/reindex.ts'
import { TaskError } from '#app/tasks/task.ts'
import { dialects } from '#tests/support/database.ts'
import { indexFixture } from './index-fixture.ts'

describe.each(dialects)('reindex on %s', (dialect) => {
  test('builds from the database what was lost or never recorded, beside a process that searches', async () => {
    const { search, ids, rename, run } = await indexFixture(dialect, 600)
    const [lost = '', renamed = ''] = ids
    await search.remove('company', [lost])
    await rename(renamed, 'Zébulon Métal', { forget: true })
    expect((await search.search('company', { text: 'Zébulon' })).total).toBe(0)

    const { printed } = await run(reindex)

    expect(printed).toEqual(['profile: 0', 'opportunity: 0', 'company: 600'])
    // `search` is the engine that was open all the time, as a running server's is.
    const found = await search.search('company', { text: 'Zébulon' })
    expect(found.hits.map(({ id }) => id)).toEqual([renamed])
    expect(await search.get('company', [lost])).toHaveLength(1)
  })

  test('goes on where the change log stands: later changes are applied once more, none is missed', async () => {
    const { search, ids, rename, run, applyAll } = await indexFixture(dialect, 3)
    await run(reindex)
    await rename(ids[2] ?? '', 'Katiola Solaire')
    await applyAll()
    expect((await search.search('company', { text: 'Katiola' })).total).toBe(1)
  })

  test('refuses arguments', async () => {
    const { run } = await indexFixture(dialect, 1)
    await expect(run(reindex, ['--now'])).rejects.toThrow(TaskError)
  })

  test('follows the database again after an older one was restored', async () => {
    const { search, ids, rename, run, applyAll } = await indexFixture(dialect, 2)
    await search.apply({}, 1_000_000)
    await run(reindex)
    await rename(ids[0] ?? '', 'Katiola Solaire')
    await applyAll()
    expect((await search.search('company', { text: 'Katiola' })).total).toBe(1)
  })
})
