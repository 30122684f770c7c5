import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSearch } from '#search/open.ts'
import { describeEngine } from './contract.ts'
import { profileWith, seededCorpus, seededTaxonomy } from './corpus.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const fresh = () => join(folder, `${files++}.db`)
const taxonomy = seededTaxonomy(1)

describeEngine('embedded', (known) => openSearch({ file: fresh(), taxonomy: known }))

describe('embedded: the file', () => {
  const titled = (id: string, title: string) =>
    profileWith(id, { text: { title, skills: '', place: '', body: '' } })

  test('holds all that a restart needs', async () => {
    const file = fresh()
    const { profiles, opportunities } = seededCorpus(8, { profiles: 120, opportunities: 20 })
    const first = await openSearch({ file, taxonomy })
    await first.put('profile', profiles, 41)
    await first.remove('profile', ['p-000005'], 42)
    const before = await first.search('profile', { text: 'soudeur', facets: ['skill'], size: 100 })
    await first.close()
    const second = await openSearch({ file, taxonomy })
    expect(await second.appliedSequence()).toBe(42)
    expect(await second.health()).toMatchObject({ started: 'existing', message: null })
    const after = await second.search('profile', { text: 'soudeur', facets: ['skill'], size: 100 })
    expect({ ...after, tookMs: 0 }).toEqual({ ...before, tookMs: 0 })
    for (const need of opportunities) {
      expect((await second.candidates('profile', need)).plan).toBe('filter')
    }
    await second.put('profile', [titled('new', 'zingueur')])
    expect((await second.search('profile', { text: 'zingueur' })).total).toBe(1)
    expect((await second.search('profile', {})).total).toBe(120)
    await second.close()
  })

  const damage: [string, (file: string) => void, string][] = [
    ['no database', (file) => writeFileSync(file, 'not a database at all'.repeat(400)), 'damaged'],
    ['cut short', (file) => truncateSync(file, 6000), 'damaged'],
    ['empty', (file) => writeFileSync(file, ''), 'damaged'],
    [
      'of another version',
      (file) => {
        const db = new SQLite(file)
        db.exec("UPDATE meta SET value = '0' WHERE name = 'format'")
        db.close()
      },
      'version',
    ],
    ['missing', (file) => rmSync(file), 'missing'],
  ]
  test.each(damage)('that is %s starts empty and says so', async (_, spoil, started) => {
    const file = fresh()
    const first = await openSearch({ file, taxonomy })
    await first.put('profile', seededCorpus(9, { profiles: 50, opportunities: 1 }).profiles, 7)
    await first.close()
    spoil(file)
    const warnings: string[] = []
    const log = { warn: (message: string) => warnings.push(message) }
    const engine = await openSearch({ file, taxonomy, log })
    expect(await engine.appliedSequence()).toBe(0)
    expect(await engine.health()).toMatchObject({ ok: true, started, counts: { profile: 0 } })
    expect(warnings).toHaveLength(1)
    await engine.put('profile', [titled('a', 'soudeur')], 1)
    expect((await engine.search('profile', { text: 'soudeur' })).total).toBe(1)
    await engine.close()
  })

  test('another process sees updates, removals and rebuilds', async () => {
    const file = fresh()
    const writer = await openSearch({ file, taxonomy })
    const reader = await openSearch({ file, taxonomy })
    const found = async (text: string) =>
      (await reader.search('profile', { text })).hits.map(({ id }) => id)
    await writer.put('profile', [titled('a', 'soudeur'), titled('b', 'soudeur')], 1)
    expect(await found('soudeur')).toEqual(['a', 'b'])
    await writer.remove('profile', ['a'], 2)
    await writer.put('profile', [titled('c', 'soudeur'), titled('b', 'plombier')], 3)
    expect(await found('soudeur')).toEqual(['c'])
    expect(await reader.appliedSequence()).toBe(3)
    await writer.rebuild('profile', [titled('d', 'soudeur')])
    expect(await found('soudeur')).toEqual(['d'])
    // Whoever writes next starts from what the others wrote.
    await reader.put('profile', [titled('e', 'soudeur')], 4)
    await writer.put('profile', [titled('f', 'soudeur')], 5)
    expect(await found('soudeur')).toEqual(['d', 'e', 'f'])
    expect((await writer.search('profile', {})).total).toBe(3)
    await writer.close()
    await reader.close()
  })

  test('changes of another process during a rebuild survive it', async () => {
    const file = fresh()
    const builder = await openSearch({ file, taxonomy })
    const worker = await openSearch({ file, taxonomy })
    const { profiles } = seededCorpus(10, { profiles: 300, opportunities: 1 })
    async function* documents() {
      for (const [at, profile] of profiles.entries()) {
        if (at === 250) await worker.put('profile', [titled('late', 'zingueur')], 2)
        yield profile
      }
    }
    expect(await builder.rebuild('profile', documents())).toBe(301)
    expect((await worker.search('profile', { text: 'zingueur' })).total).toBe(1)
    expect((await worker.search('profile', {})).total).toBe(301)
    await builder.close()
    await worker.close()
  })

  test('killed between writes, tells what to replay', async () => {
    const file = fresh()
    const script = `
      const { openSearch } = await import('#search/open.ts')
      const { seededCorpus, seededTaxonomy } = await import('#tests/search/corpus.ts')
    `.replace(
      "'#tests/search/corpus.ts'",
      JSON.stringify(new URL('./corpus.ts', import.meta.url).href),
    )
    const body = `${script}
      const { profiles } = seededCorpus(12, { profiles: 5000, opportunities: 1 })
      const engine = await openSearch({ file: process.argv[1], taxonomy: seededTaxonomy(1) })
      for (let at = 0; ; at++) {
        await engine.put('profile', [profiles[at % 5000]], at + 1)
        if (at === 40) process.stdout.write('going')
      }`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', body, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => setTimeout(resolve, 30))
      child.once('exit', (code) => reject(new Error(`ended too early: ${code}`)))
    })
    child.removeAllListeners('exit')
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await exited
    const engine = await openSearch({ file, taxonomy })
    const sequence = await engine.appliedSequence()
    expect(sequence).toBeGreaterThan(40)
    const { total } = await engine.search('profile', {})
    expect(total).toBe(Math.min(5000, sequence))
    const checked = new SQLite(file)
    expect(checked.pragma('integrity_check', { simple: true })).toBe('ok')
    checked.close()
    await engine.close()
  })
})
