import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import { profileWith, seededCorpus, seededTaxonomy } from './corpus.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-unsaved-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const fresh = () => join(folder, `${files++}.db`)
const taxonomy = seededTaxonomy(1)
const { profiles, opportunities } = seededCorpus(41, { profiles: 200, opportunities: 150 })
const titled = (id: string, title: string) =>
  profileWith(id, { text: { title, skills: '', place: '', body: '' } })

/** Soon after a hundred changes; after a failure again within half a second. */
const soon = { after: 100, quietMs: 20 }

function open(file: string, pace = soon): EmbeddedEngine {
  const engine = new EmbeddedEngine({ file, taxonomy, pace })
  onTestFinished(() => engine.close())
  return engine
}

const snapshotOf = (file: string, kind = 'profile-1') => `${file}.${kind}.snapshot`
const isWritten = (path: string) => existsSync(path) && statSync(path).isFile()
const message = async (engine: EmbeddedEngine) => (await engine.health()).message
const toldBy = (engine: EmbeddedEngine) =>
  expect.poll(() => message(engine), { timeout: 10_000, interval: 10 })

describe('what cannot be written', { timeout: 60_000 }, () => {
  test('a snapshot: health tells it without paths, searching goes on, and it is written once it can be', async () => {
    const file = fresh()
    const engine = open(file)
    // Nothing can be put in the place of a folder, whoever tries.
    mkdirSync(snapshotOf(file))
    await engine.apply({ put: { profile: profiles, opportunity: opportunities } }, 1)
    await toldBy(engine).toMatch(/^Snapshots cannot be written.*: EISDIR/)
    expect(await engine.health()).toMatchObject({ ok: true, appliedSequence: 1 })
    // That the one of another kind could be written takes nothing back.
    const written = () => isWritten(snapshotOf(file, 'opportunity-1'))
    await expect.poll(written, { timeout: 10_000 }).toBe(true)
    expect(await message(engine)).toContain('Snapshots cannot be written')
    expect(await message(engine)).not.toContain(folder)

    expect((await engine.search('profile', {})).total).toBe(200)
    expect((await engine.candidates('profile', opportunities[0] ?? never())).hits).not.toEqual([])
    await engine.put('profile', [titled('late', 'zingueur')], 2)
    await engine.remove('profile', ['p-000003'], 3)
    expect((await engine.search('profile', { text: 'zingueur' })).total).toBe(1)
    expect((await engine.search('profile', {})).total).toBe(200)
    const unfinished = () => readdirSync(folder).filter((it) => it.endsWith(`.${process.pid}`))
    await expect.poll(unfinished).toEqual([])

    // Nobody need write anything for it.
    rmdirSync(snapshotOf(file))
    await toldBy(engine).toBeNull()
    expect(isWritten(snapshotOf(file))).toBe(true)
    await engine.close()
    const later = open(file)
    expect((await later.search('profile', { text: 'zingueur' })).total).toBe(1)
    expect(await later.health()).toMatchObject({ message: null, appliedSequence: 3 })
  })

  test('the snapshot of a rebuild: it is swapped in all the same', async () => {
    const file = fresh()
    const engine = open(file)
    const path = snapshotOf(file, 'profile-2')
    async function* documents() {
      yield* profiles
      mkdirSync(path)
    }
    expect(await engine.rebuild('profile', documents(), { sequence: 7 })).toBe(200)
    expect(await message(engine)).toContain('Snapshots cannot be written')
    expect((await engine.search('profile', {})).total).toBe(200)
    expect(await engine.appliedSequence()).toBe(7)
    rmdirSync(path)
    await toldBy(engine).toBeNull()
    expect(isWritten(path)).toBe(true)
  })

  test('a snapshot in the place of what is none: a start and a rebuild go round it', async () => {
    const file = fresh()
    const engine = open(file)
    for (const kind of ['profile-1', 'profile-2']) mkdirSync(snapshotOf(file, kind))
    await engine.put('profile', profiles, 1)
    await engine.close()
    const later = open(file)
    expect((await later.search('profile', {})).total).toBe(200)
    await toldBy(later).toMatch(/^Snapshots cannot be written/)
    expect(await later.rebuild('profile', profiles.slice(0, 150), { sequence: 2 })).toBe(150)
    expect((await later.search('profile', {})).total).toBe(150)
    rmdirSync(snapshotOf(file, 'profile-2'))
    await toldBy(later).toBeNull()
    expect(isWritten(snapshotOf(file, 'profile-2'))).toBe(true)
  })

  test('one that nobody needs any more is told no more', async () => {
    const file = fresh()
    const engine = open(file)
    mkdirSync(snapshotOf(file))
    await engine.put('profile', profiles, 1)
    await toldBy(engine).toMatch(/^Snapshots cannot be written/)
    await engine.rebuild('profile', profiles.slice(0, 50), { sequence: 2 })
    expect(await message(engine)).toBeNull()
  })

  test('one that another process has written since is told no more', async () => {
    const file = fresh()
    const [one, two] = [open(file, { after: 100, quietMs: 500 }), open(file)]
    mkdirSync(snapshotOf(file))
    await one.put('profile', profiles, 1)
    await toldBy(one).toMatch(/^Snapshots cannot be written/)
    await two.rebuild('profile', profiles, { sequence: 2 })
    expect(await message(one)).toBeNull()
    expect((await one.search('profile', {})).total).toBe(200)
  })

  test('a change that the file refuses: nothing of it is found, and the next one counts', async () => {
    const file = fresh()
    const engine = open(file)
    await engine.put('profile', profiles, 1)
    const other = new SQLite(file)
    onTestFinished(() => {
      other.close()
    })
    other.exec(`CREATE TRIGGER full BEFORE INSERT ON profile_1_document
      WHEN new.id = 'last' BEGIN SELECT RAISE(ABORT, 'no room left'); END`)
    const put = [titled('first', 'zingueur'), titled('last', 'zingueur')]
    await expect(
      engine.apply({ put: { profile: put }, remove: { profile: ['p-000003'] } }, 2),
    ).rejects.toThrow('no room left')
    await pause(100)
    expect((await engine.search('profile', { text: 'zingueur' })).total).toBe(0)
    expect((await engine.search('profile', {})).total).toBe(200)
    expect(await engine.health()).toMatchObject({ ok: true, appliedSequence: 1 })
    other.exec('DROP TRIGGER full')
    await engine.put('profile', put, 2)
    expect((await engine.search('profile', { text: 'zingueur' })).total).toBe(2)
    expect(await engine.health()).toMatchObject({ ok: true, message: null, appliedSequence: 2 })
  })
})

function never(): never {
  throw new Error('the corpus is empty')
}
