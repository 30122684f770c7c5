import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OpenDatabase } from '#db/open.ts'
import { linkingLoads } from '#db/queries/linking.ts'
import { vocabularyRows } from '#db/queries/taxonomy.ts'
import { readRows } from '#db/seed/csv-rows.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { loadSynonyms } from '#db/seed/load-synonyms.ts'
import { dialects, testDatabase } from '#tests/support/database.ts'

const welder = 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b'
const list = 'db/seed/synonyms/CI.synonyms.csv'

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-synonyms-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'CI.synonyms.csv')
  writeFileSync(path, text)
  return path
}

const deployerWords = async ({ db }: OpenDatabase) =>
  (await vocabularyRows(db)).flatMap(({ uri, labels }) =>
    labels.filter(({ source }) => source === 'deployer').map(({ text }) => [uri, text]),
  )

test('the list has at least 150 words of the three countries, each row sound', () => {
  const rows = readRows(list, ['lang', 'word', 'uri', 'country'])
  const words = new Set(rows.map(({ cells }) => cells.word))
  expect(words.size).toBeGreaterThanOrEqual(150)
  for (const country of ['CI', 'TN', 'SN']) {
    expect(rows.filter(({ cells }) => cells.country === country).length).toBeGreaterThan(30)
  }
  for (const { cells } of rows) {
    expect(cells.uri).toMatch(/^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/)
    expect(/\p{Script=Arabic}/u.test(cells.word)).toBe(cells.lang === 'ar')
  }
})

describe.each(dialects)('on %s', (dialect) => {
  test('the list loads without a problem, once', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    const before = await linkingLoads(open.db)
    const first = await loadSynonyms(open)
    expect(first).toMatchObject({ problems: [], changed: true })
    expect(first.words).toBeGreaterThan(250)
    expect(first.unknown).toBeLessThan(110)
    expect(await linkingLoads(open.db)).not.toBe(before)
    expect(await loadSynonyms(open)).toEqual({ ...first, changed: false })
    expect(await deployerWords(open)).toHaveLength(first.words)
    // Loading the vocabulary again leaves them.
    await loadReference(open.db, dialect)
    expect(await deployerWords(open)).toHaveLength(first.words)
  })

  test("a deployer's file takes its place; bad rows are left out and named by line", async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    await loadSynonyms(open)
    const path = file(
      [
        'lang,word,uri,comment',
        `fr,fer-forgeur,${welder},in the north`,
        `de,Schweißer,${welder},`,
        `fr,,${welder},`,
        'fr,soudard,welder,',
        `fr,Fer-forgeur,${welder},again`,
        'fr,ange,http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000000,',
        `fr,12,${welder},`,
      ].join('\n'),
    )
    const counts = await loadSynonyms(open, path)
    expect(counts).toMatchObject({ words: 1, unknown: 1, changed: true })
    expect(counts.problems).toHaveLength(5)
    ;[3, 4, 5, 6, 8].forEach((line, at) => {
      expect(counts.problems[at]).toContain(`CI.synonyms.csv, line ${line}, column`)
    })
    expect(await deployerWords(open)).toEqual([[welder, 'fer-forgeur']])
  })

  test('a missing file and one without the columns are said, and change nothing', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    const { words } = await loadSynonyms(open)
    await expect(loadSynonyms(open, '/nowhere/TN.csv')).rejects.toThrow(/TN\.csv.*missing/)
    await expect(loadSynonyms(open, file('lang,word\nfr,x\n'))).rejects.toThrow(/column uri/)
    expect(await deployerWords(open)).toHaveLength(words)
  })
})
