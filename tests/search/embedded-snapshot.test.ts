import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchEngine } from '#search/engine.ts'
import { openSearch } from '#search/open.ts'
import {
  profileWith,
  randomFrom,
  seededCompany,
  seededCorpus,
  seededProfile,
  seededTaxonomy,
} from './corpus.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-snapshot-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const fresh = () => join(folder, `${files++}.db`)
const taxonomy = seededTaxonomy(1)
const open = (file: string) => openSearch({ file, taxonomy })
const { profiles, opportunities, companies } = seededCorpus(21, {
  profiles: 400,
  opportunities: 300,
})

function snapshots(file: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(file)}.`) && name.includes('.snapshot'))
    .map((name) => join(folder, name))
    .sort()
}

const snapshotOf = (file: string, kind = 'profile') =>
  snapshots(file).find((path) => path.includes(`.${kind}-`) && path.endsWith('.snapshot')) ?? ''

const TEXTS = ['soudeur', 'electricien ', 'maç', 'طباخ', 'cuisine vente', 'caise ', 'carpentre']

/** Answers that depend on everything memory holds. */
async function answers(engine: SearchEngine) {
  const found: unknown[] = []
  const note = async (result: Promise<{ tookMs: number }>) => {
    found.push({ ...(await result), tookMs: 0 })
  }
  for (const text of TEXTS) {
    await note(engine.search('profile', { text, facets: ['skill', 'kind', 'isco'], size: 100 }))
    await note(engine.search('opportunity', { text, facets: ['companyId', 'skill'], size: 100 }))
    await note(engine.search('company', { text, facets: ['sector'], size: 100 }))
  }
  for (const filters of [
    { country: ['TN'] },
    { skill: ['skill:3', 'skill:90'] },
    { near: { lat: 5.3, lng: -4, km: 60 }, education: { min: 3 } },
    { languages: [{ code: 'fr', min: 3 }], licences: ['B'] },
  ]) {
    await note(engine.search('profile', { filters, facets: ['language'], sort: 'newest' }))
  }
  for (const need of opportunities.slice(0, 12)) await note(engine.candidates('profile', need))
  for (const offer of profiles.slice(0, 12)) await note(engine.candidates('opportunity', offer))
  return found
}

/** What an engine answers that reads all rows. */
async function answersOfRows(file: string) {
  const copy = fresh()
  // With what another connection has written to the log of the file.
  const db = new SQLite(file)
  db.exec(`VACUUM INTO '${copy}'`)
  db.close()
  const engine = await open(copy)
  const found = await answers(engine)
  await engine.close()
  return found
}

async function filled(file: string): Promise<void> {
  const engine = await open(file)
  await engine.put('profile', profiles, 1)
  await engine.put('opportunity', opportunities, 2)
  await engine.put('company', companies, 3)
  await engine.close()
}

/** Spoils a row without recording a change: only who reads all rows will see it. */
function spoilRow(file: string, id: string): void {
  const db = new SQLite(file)
  db.prepare(
    "UPDATE profile_1_document SET facts = json_set(facts, '$.country', 'XX') WHERE id = ?",
  ).run(id)
  db.close()
}

const seesRows = async (engine: SearchEngine) =>
  (await engine.search('profile', { filters: { country: ['XX'] } })).total > 0

describe('snapshots of the embedded engine', { timeout: 90_000 }, () => {
  test('are written at the end and tell the same as the rows', async () => {
    const file = fresh()
    await filled(file)
    expect(snapshots(file)).toHaveLength(2)
    const expected = await answersOfRows(file)
    spoilRow(file, 'p-000007')
    const engine = await open(file)
    expect(await answers(engine)).toEqual(expected)
    expect(await seesRows(engine)).toBe(false)
    await engine.close()
  })

  test('are followed by the changes since', async () => {
    const file = fresh()
    await filled(file)
    const snapshot = readFileSync(snapshotOf(file))
    const engine = await open(file)
    const random = randomFrom(5)
    const again = (at: number) => ({ ...seededProfile(random, 7000 + at), id: `p-000${100 + at}` })
    await engine.put(
      'profile',
      Array.from({ length: 40 }, (_, at) => again(at)),
    )
    await engine.remove(
      'profile',
      Array.from({ length: 30 }, (_, at) => `p-000${120 + at}`),
    )
    // In the slots that are free now, one of them given up once more.
    const others = Array.from({ length: 20 }, (_, at) => seededProfile(random, 8000 + at))
    await engine.put('profile', others)
    await engine.remove('profile', [others[3]?.id ?? '', others[4]?.id ?? ''])
    await engine.put('profile', [others[4] ?? profileWith('none'), profileWith('last')])
    await engine.put('company', [seededCompany(random, 999)], 9)
    await engine.close()
    expect(readFileSync(snapshotOf(file)).equals(snapshot)).toBe(true)
    const expected = await answersOfRows(file)
    spoilRow(file, 'p-000007')
    const later = await open(file)
    expect(await answers(later)).toEqual(expected)
    expect(await seesRows(later)).toBe(false)
    expect(await later.appliedSequence()).toBe(9)
    await later.close()
  })

  test('of small or hardly changed indexes are not written', async () => {
    const file = fresh()
    const engine = await open(file)
    await engine.put('profile', profiles.slice(0, 100))
    await engine.close()
    expect(snapshots(file)).toEqual([])
  })

  const spoilt: [string, (path: string) => void][] = [
    ['cut short', (path) => truncateSync(path, 5000)],
    ['without its end', (path) => truncateSync(path, readFileSync(path).length - 1)],
    ['empty', (path) => writeFileSync(path, '')],
    ['something else', (path) => writeFileSync(path, 'no snapshot at all '.repeat(999))],
    [
      'with a spoilt directory',
      (path) => {
        const bytes = readFileSync(path)
        bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
        writeFileSync(path, bytes)
      },
    ],
  ]
  test.each(spoilt)('are passed over and deleted when %s', async (_, spoil) => {
    const file = fresh()
    await filled(file)
    const path = snapshotOf(file)
    spoil(path)
    spoilRow(file, 'p-000007')
    const engine = await open(file)
    expect(await seesRows(engine)).toBe(true)
    expect((await engine.search('profile', {})).total).toBe(400)
    expect(existsSync(path)).toBe(false)
    await engine.close()
    // Read from rows all the same: worth one for the next time.
    expect(existsSync(path)).toBe(true)
  })

  test('of another file are passed over', async () => {
    const file = fresh()
    const other = fresh()
    await filled(file)
    const engine = await open(other)
    await engine.put('profile', profiles.slice(0, 300), 3)
    await engine.close()
    copyFileSync(snapshotOf(file), snapshotOf(other))
    const later = await open(other)
    expect((await later.search('profile', {})).total).toBe(300)
    await later.close()
  })

  test('of a state that the file never had are passed over', async () => {
    const file = fresh()
    await filled(file)
    const earlier = readFileSync(file)
    const engine = await open(file)
    await engine.put('profile', profiles.slice(0, 300).toReversed())
    await engine.remove('profile', ['p-000001'])
    await engine.close()
    const later = readFileSync(snapshotOf(file))
    writeFileSync(file, earlier)
    const restored = await open(file)
    expect((await restored.search('profile', { filters: { id: ['p-000001'] } })).total).toBe(1)
    // The file goes another way, further than the snapshot.
    await restored.put('profile', profiles.slice(0, 320))
    await restored.close()
    writeFileSync(snapshotOf(file), later)
    const again = await open(file)
    expect((await again.search('profile', { filters: { id: ['p-000001'] } })).total).toBe(1)
    await again.close()
  })

  test('of another taxonomy are passed over', async () => {
    const file = fresh()
    await filled(file)
    const before = readFileSync(snapshotOf(file))
    const engine = await openSearch({ file, taxonomy: seededTaxonomy(2) })
    expect((await engine.search('profile', {})).total).toBe(400)
    await engine.close()
    expect(readFileSync(snapshotOf(file)).equals(before)).toBe(false)
  })

  test('that somebody did not live to finish are deleted', async () => {
    const file = fresh()
    await filled(file)
    const torn = `${snapshotOf(file)}.99999999`
    writeFileSync(torn, 'half')
    const engine = await open(file)
    expect(existsSync(torn)).toBe(false)
    await engine.close()
  })

  test('are shared by several processes, whoever wrote them', async () => {
    const file = fresh()
    await filled(file)
    const [one, two] = [await open(file), await open(file)]
    const random = randomFrom(6)
    const make = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => seededProfile(random, from + at))
    await one.put('profile', make(1000, 60))
    await two.put('profile', make(2000, 60))
    await one.remove('profile', ['p-002003', 'p-000004'])
    await one.put('profile', make(3000, 160))
    await one.close()
    await two.put('profile', make(2000, 30))
    const three = await open(file)
    const expected = await answersOfRows(file)
    expect(await answers(two)).toEqual(expected)
    expect(await answers(three)).toEqual(expected)
    await two.close()
    await three.close()
    const four = await open(file)
    expect(await answers(four)).toEqual(expected)
    await four.close()
  })

  test('stand before a rebuild is swapped in, and the old ones go', async () => {
    const file = fresh()
    const builder = await open(file)
    const reader = await open(file)
    const random = randomFrom(7)
    const many = Array.from({ length: 1300 }, (_, at) => seededProfile(random, at))
    await builder.put('profile', profiles, 1)
    async function* documents() {
      for (const [at, document] of many.entries()) {
        if (at === 700) await reader.put('profile', [profileWith('late'), ...profiles.slice(5, 6)])
        if (at === 900) await reader.remove('profile', ['p-000002', 'p-001299'])
        yield document
      }
    }
    await builder.rebuild('profile', documents(), { sequence: 5 })
    expect(snapshots(file).map((path) => basename(path))).toEqual([
      `${basename(file)}.profile-2.snapshot`,
    ])
    const expected = await answersOfRows(file)
    expect(await answers(builder)).toEqual(expected)
    expect(await answers(reader)).toEqual(expected)
    await reader.put('profile', [profileWith('later')], 6)
    await builder.close()
    await reader.close()
    const engine = await open(file)
    expect(await answers(engine)).toEqual(await answersOfRows(file))
    await engine.close()
  })
})
