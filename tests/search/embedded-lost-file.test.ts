import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchEngine } from '#search/engine.ts'
import { openSearch } from '#search/open.ts'
import { profileWith, seededCorpus, seededTaxonomy } from './corpus.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-lost-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const fresh = () => join(folder, `${files++}.db`)
const taxonomy = seededTaxonomy(1)
const open = (file: string) => openSearch({ file, taxonomy })
const { profiles, opportunities } = seededCorpus(31, { profiles: 300, opportunities: 10 })
const titled = (id: string, title: string) =>
  profileWith(id, { text: { title, skills: '', place: '', body: '' } })

/** Longer than reads go on without a look at the file. */
const aLook = () => pause(600)

const damage: [string, (file: string) => void, string][] = [
  ['deleted', (file) => rmSync(file), 'missing'],
  [
    'deleted with its log',
    (file) => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    },
    'missing',
  ],
  ['overwritten', (file) => writeFileSync(file, 'no database at all '.repeat(5000)), 'damaged'],
  ['emptied', (file) => truncateSync(file, 0), 'damaged'],
  ['cut short', (file) => truncateSync(file, 9000), 'damaged'],
  [
    'spoilt inside',
    (file) => {
      const { size } = statSync(file)
      writeSync(openSync(file, 'r+'), Buffer.alloc(size - 8192, 7), 0, size - 8192, 4096)
    },
    'damaged',
  ],
]

async function rebuild(engine: SearchEngine, sequence: number): Promise<void> {
  await engine.rebuild('company', [])
  await engine.rebuild('profile', profiles)
  await engine.rebuild('opportunity', opportunities, { sequence })
}

describe('a file that is lost while the engine runs', { timeout: 90_000 }, () => {
  test.each(damage)(
    '%s: is noticed; answers go on until the rebuild',
    async (_, spoil, started) => {
      const file = fresh()
      const engine = await open(file)
      await rebuild(engine, 50)
      const all = await engine.search('profile', { text: 'soudeur', facets: ['skill'], size: 100 })
      const best = await engine.candidates('profile', opportunities[0] ?? never())
      await engine.search('profile', {})
      await engine.close()
      const running = await open(file)
      spoil(file)
      // The worker's next question, or any page's after a while.
      for (let round = 0; (await running.appliedSequence()) !== 0; round++) {
        expect(round).toBeLessThan(3)
        await running.put('profile', [profileWith('probe')], 51 + round)
      }
      expect(await running.health()).toMatchObject({ ok: true, started, appliedSequence: 0 })
      expect((await running.health()).message).toContain('rebuilt')
      expect(
        await running.search('profile', { text: 'soudeur', facets: ['skill'], size: 100 }),
      ).toEqual({ ...all, tookMs: expect.any(Number) })
      // Memory is whole still; a process that starts now has nothing.
      expect(await running.whole()).toBe(true)
      const late = await open(file)
      expect(await late.whole()).toBe(false)
      await late.close()
      const again = await running.candidates('profile', opportunities[0] ?? never())
      expect(again.hits).toEqual(best.hits)
      // Changes count at once, but not as a place: that would hide what is missing.
      await running.put('profile', [titled('new', 'zingueur')], 60)
      await running.remove('profile', ['p-000003'], 61)
      // Of a damaged file nothing can be written to what was before: only taken out of it.
      const found = started === 'missing' ? 1 : 0
      expect((await running.search('profile', { text: 'zingueur' })).total).toBe(found)
      expect((await running.search('profile', { filters: { id: ['p-000003'] } })).total).toBe(0)
      expect(await running.appliedSequence()).toBe(0)
      await rebuild(running, 70)
      expect(await running.appliedSequence()).toBe(70)
      expect(await running.whole()).toBe(true)
      expect((await running.search('profile', {})).total).toBe(300)
      expect((await running.search('profile', { text: 'zingueur' })).total).toBe(0)
      await running.close()
      const later = await open(file)
      expect(await later.health()).toMatchObject({ started: 'existing', appliedSequence: 70 })
      expect((await later.search('profile', {})).total).toBe(300)
      await later.close()
    },
  )

  test('reads alone notice it too', async () => {
    const file = fresh()
    const engine = await open(file)
    await rebuild(engine, 5)
    rmSync(file)
    await aLook()
    expect((await engine.search('profile', {})).total).toBe(300)
    expect(existsSync(file)).toBe(true)
    await engine.close()
  })

  test('another process comes along to the new file', async () => {
    const file = fresh()
    const [one, two] = [await open(file), await open(file)]
    await rebuild(one, 5)
    expect((await two.search('profile', {})).total).toBe(300)
    rmSync(file)
    expect(await one.appliedSequence()).toBe(0)
    expect(await two.appliedSequence()).toBe(0)
    expect((await two.search('profile', {})).total).toBe(300)
    await one.rebuild('profile', profiles.slice(0, 100))
    await one.rebuild('opportunity', opportunities, { sequence: 8 })
    expect(await two.appliedSequence()).toBe(8)
    expect((await two.search('profile', {})).total).toBe(100)
    await two.put('profile', [titled('new', 'zingueur')], 9)
    expect((await one.search('profile', { text: 'zingueur' })).total).toBe(1)
    await one.close()
    await two.close()
  })

  test('what was put in its place by hand is used', async () => {
    const file = fresh()
    const engine = await open(file)
    await rebuild(engine, 5)
    const other = fresh()
    const elsewhere = await open(other)
    await elsewhere.put('profile', [titled('a', 'zingueur')], 3)
    await elsewhere.close()
    rmSync(`${file}-wal`)
    rmSync(`${file}-shm`)
    renameSync(other, file)
    expect(await engine.appliedSequence()).toBe(3)
    expect((await engine.search('profile', {})).total).toBe(1)
    await engine.close()
  })

  test('without a folder to put a new one in, reads go on and writes are refused', async () => {
    const inside = join(folder, 'inside')
    mkdirSync(inside)
    const engine = await open(join(inside, 'search.db'))
    await rebuild(engine, 5)
    rmSync(inside, { recursive: true })
    await aLook()
    expect((await engine.search('profile', {})).total).toBe(300)
    await expect(engine.put('profile', [titled('a', 'zingueur')], 6)).rejects.toThrow()
    expect(await engine.health()).toMatchObject({ ok: false, appliedSequence: 0 })
    mkdirSync(inside)
    expect(await engine.appliedSequence()).toBe(0)
    expect(await engine.health()).toMatchObject({ ok: true, started: 'missing' })
    await engine.close()
  })
})

function never(): never {
  throw new Error('the corpus is empty')
}
