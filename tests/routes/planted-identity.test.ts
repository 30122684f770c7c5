import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingMeilisearch, startMeilisearch } from '#tests/support/meilisearch.ts'
import { marks, tracesIn } from '#tests/support/planted-marks.ts'

// Who somebody is must reach neither the index nor the log, whatever they typed it into.

interface Planted {
  readonly folder: string
  /** Everything that the process wrote. */
  readonly log: Buffer
}

/** Runs a site on which marked people sign up, fill in forms, are refused and meet errors. */
async function plant(env: Record<string, string> = {}): Promise<Planted> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-planted-'))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/planted-site.ts'],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: `file:${join(folder, 'site.db')}`,
        SEARCH_FILE: join(folder, 'search.db'),
        MEILI_URL: '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.stderr.on('data', (part: Buffer) => parts.push(part))
  const [code] = await once(child, 'close')
  const log = Buffer.concat(parts)
  if (code !== 0) throw new Error(`the planted site failed:\n${log.toString().slice(-3000)}`)
  return { folder, log }
}

function expectPlanted({ folder, log }: Planted): void {
  // The marks did reach the database, and what happened did reach the log: neither is empty.
  const database = Buffer.concat(
    readdirSync(folder)
      .filter((name) => name.startsWith('site.db'))
      .map((name) => readFileSync(join(folder, name))),
  )
  expect(tracesIn(database)).toEqual(
    expect.arrayContaining([marks.givenName, marks.familyName, marks.phone, marks.birthDate]),
  )
  const lines = log.toString().split('\n')
  expect(lines.filter((line) => line.includes('"status":200')).length).toBeGreaterThan(50)
  expect(lines.some((line) => line.includes('"level":50'))).toBe(true)
}

describe('the embedded engine', () => {
  let planted: Planted
  beforeAll(async () => {
    planted = await plant()
  }, 180_000)
  afterAll(() => rmSync(planted.folder, { recursive: true, force: true }))

  test('the people were there', () => expectPlanted(planted))

  test('no file of the index holds a byte of who they are', () => {
    const files = readdirSync(planted.folder).filter((name) => name.startsWith('search.db'))
    expect(files).toContain('search.db')
    for (const name of files) {
      expect(tracesIn(readFileSync(join(planted.folder, name))), name).toEqual([])
    }
  })

  test('nor does a word that it knows', () => {
    const db = new SQLite(join(planted.folder, 'search.db'))
    try {
      const tables = db
        .prepare<[], string>(
          "SELECT name FROM sqlite_schema WHERE name LIKE '%\\_word' ESCAPE '\\'",
        )
        .pluck()
        .all()
      expect(tables.length).toBeGreaterThanOrEqual(3)
      const words = tables.flatMap((table) =>
        db.prepare<[], string>(`SELECT word FROM ${table}`).pluck().all(),
      )
      expect(words.length).toBeGreaterThan(20)
      expect(tracesIn(Buffer.from(words.join('\n')))).toEqual([])
    } finally {
      db.close()
    }
  })

  test('the log does not say who', () => {
    expect(tracesIn(planted.log)).toEqual([])
  })
})

describe.skipIf(missingMeilisearch() !== null)('Meilisearch', () => {
  const prefix = `planted-${process.pid}`
  let server: Awaited<ReturnType<typeof startMeilisearch>>
  let planted: Planted
  beforeAll(async () => {
    server = await startMeilisearch()
    planted = await plant({ MEILI_URL: server.url, MEILI_KEY: server.key, MEILI_PREFIX: prefix })
  }, 240_000)
  afterAll(async () => {
    rmSync(planted.folder, { recursive: true, force: true })
    const client = new Meilisearch({ host: server.url, apiKey: server.key })
    const { results } = await client.getIndexes({ limit: 1000 })
    for (const { uid } of results) {
      if (uid.startsWith(prefix)) await client.deleteIndex(uid).waitTask()
    }
    await server.stop()
  })

  test('no document, vector or facet holds it, nor the log', async () => {
    expectPlanted(planted)
    const client = new Meilisearch({ host: server.url, apiKey: server.key })
    const { results } = await client.getIndexes({ limit: 1000 })
    const own = results.filter(({ uid }) => uid.startsWith(prefix))
    let documents = 0
    for (const { uid } of own) {
      const index = client.index(uid)
      const all = await index.getDocuments({ limit: 10_000, retrieveVectors: true })
      documents += all.results.length
      expect(tracesIn(Buffer.from(JSON.stringify(all.results))), uid).toEqual([])
      const { filterableAttributes } = await index.getSettings()
      const facets = (filterableAttributes ?? []).filter((name) => typeof name === 'string')
      const { facetDistribution } = await index.search('', { facets, limit: 0 })
      expect(tracesIn(Buffer.from(JSON.stringify(facetDistribution ?? {}))), uid).toEqual([])
    }
    expect(documents).toBeGreaterThan(5)
    expect(tracesIn(planted.log)).toEqual([])
  })
})
