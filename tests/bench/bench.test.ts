import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { TaskError } from '#app/tasks/task.ts'
import type { VocabularyRow } from '#search/linking/vocabulary.ts'
import { seededCorpus, seededTaxonomy } from '#tests/search/corpus.ts'
import { BarePostings } from './floor/postings.ts'
import { PlainSqlite } from './floor/sqlite.ts'
import { measure } from './measure.ts'
import { readOptions } from './options.ts'
import { generateLoad } from './pages/load-generator.ts'
import { wordsLines } from './words/bench-words.ts'
import { keystrokes } from './words/keystrokes.ts'
import { sampleLabels } from './words/sample-labels.ts'

test('options choose corpora and parts, and nonsense is told so', () => {
  expect(readOptions([])).toMatchObject({ profiles: [10_000, 100_000], json: false, engine: null })
  expect(readOptions(['--large']).profiles).toEqual([10_000, 100_000, 1_000_000])
  expect(readOptions(['--only', 'engine']).profiles).toEqual([100_000])
  expect([...readOptions(['--only', 'pages', '--json']).parts]).toEqual(['pages'])
  expect([...readOptions(['--only', 'chamber']).parts]).toEqual(['chamber'])
  expect([...readOptions(['--only', 'words']).parts]).toEqual(['words'])
  expect([...readOptions([]).parts]).toEqual(['sizes', 'pages', 'chamber', 'words'])
  expect(readOptions(['--profiles', '500', '--engine', 'embedded'])).toMatchObject({
    profiles: [500],
    engine: 'embedded',
  })
  for (const args of [['--only', 'x'], ['--profiles', '5'], ['--huge'], ['--engine', 'lucene']]) {
    expect(() => readOptions(args)).toThrow(TaskError)
  }
})

test('the bare walk finds the twenty greatest sums', () => {
  const taxonomy = seededTaxonomy(1)
  const { profiles, opportunities } = seededCorpus(5, { profiles: 300, opportunities: 30 })
  const postings = new BarePostings(taxonomy)
  for (const [slot, profile] of profiles.entries()) postings.add(slot, profile)
  postings.pack(profiles.length)
  for (const need of opportunities) {
    const walk = postings.walkOf(need)
    const gain = new Map(Array.from(walk.skills, (skill, at) => [skill, walk.gains[at] ?? 0]))
    const sums = profiles.map(({ skills }) =>
      skills.reduce((sum, { uri }) => sum + (gain.get(taxonomy.skill(uri)) ?? 0), 0),
    )
    const best = sums
      .filter((sum) => sum > 0)
      .sort((a, b) => b - a)
      .slice(0, 20)
    const found = postings.best(walk).map((slot) => sums[slot] ?? 0)
    expect(found).toHaveLength(best.length)
    for (const [at, sum] of found.entries()) expect(sum).toBeCloseTo(best[at] ?? 0, 3)
  }
})

test('plain SQLite finds words, filters and counts', () => {
  const plain = new PlainSqlite(':memory:')
  const { profiles, opportunities } = seededCorpus(5, { profiles: 50, opportunities: 50 })
  plain.addOpportunities(opportunities)
  plain.addPeople(profiles.map((one) => one.text))
  const holding = profiles.filter((one) => Object.values(one.text).join(' ').includes('soudeur'))
  expect(plain.text('soud')).toHaveLength(Math.min(20, holding.length))
  const jobs = opportunities.filter((one) => one.kind === 'job' && one.country === 'CI')
  expect(plain.filtered({ kind: 'job', country: 'CI' })).toEqual({ 'count(*)': jobs.length })
  expect(plain.faceted('soudeur', { kind: 'job' })).toHaveLength(5)
  plain.close()
})

test('the load generator counts whole answers, of a told length or in pieces', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/told') return void response.end('12345')
    response.write('123')
    setTimeout(() => response.end('4567890'), 1)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const plan = { port, from: 0, cookie: '', connections: 3, ms: 150 }
  const told = await generateLoad({ ...plan, paths: ['/told'] })
  const pieces = await generateLoad({ ...plan, paths: ['/pieces'] })
  expect([told.bytes, pieces.bytes]).toEqual([5, 10])
  expect(told.requests).toBeGreaterThanOrEqual(3)
  expect(told.p99).toBeGreaterThanOrEqual(told.p50)
  server.close()
})

test('a measure is of as many rounds as asked for, or as time allows', async () => {
  expect((await measure(() => {}, { times: 50 })).times).toBe(50)
  const slow = () => new Promise((resolve) => setTimeout(resolve, 2))
  const { times, p50 } = await measure(slow, { times: 10_000, budgetMs: 100 })
  expect(times).toBeLessThan(200)
  expect(p50).toBeGreaterThan(1)
})

test('labels to link are alternative ones, the same for the same seed', () => {
  const label = (text: string, more: Partial<VocabularyRow['labels'][number]> = {}) =>
    ({ lang: 'fr', role: 'alternative', source: 'esco', text, ...more }) as const
  const rows = Array.from({ length: 40 }, (_, at): VocabularyRow => {
    const labels = [
      label(`nom ${at}`, { role: 'preferred' }),
      label(`autre ${at}`),
      label(`other ${at}`, { lang: 'en' }),
      label(`mot ${at}`, { source: 'deployer' }),
    ]
    return { uri: `u:${at}`, kind: at < 30 ? 'occupation' : 'skill', isco08: null, labels }
  })
  const wanted = { kind: 'occupation', lang: 'fr', count: 20, seed: 1 } as const
  const some = sampleLabels(rows, wanted)
  expect(new Set(some).size).toBe(20)
  expect(some.every((text) => text.startsWith('autre '))).toBe(true)
  expect(sampleLabels(rows.toReversed(), wanted)).toEqual(some)
  expect(sampleLabels(rows, { ...wanted, seed: 2 })).not.toEqual(some)
  expect(sampleLabels(rows, { ...wanted, kind: 'skill' })).toHaveLength(10)
})

test('what words cost is told in a line each', () => {
  const timing = { p50: 1.5, p95: 12.25, p99: 20, cpu: 2, times: keystrokes.length }
  const both = { fr: timing, en: timing }
  const lines = wordsLines({
    import: {
      ...{ source: 'esco', occupations: 3008, skills: 13_900 },
      ...{ seconds: 60, rows: 20, field: 15, linking: 25 },
    },
    suggest: { buildMs: 1500, occupations: timing, skills: timing },
    link: {
      titles: both,
      phrases: both,
      reading: { characters: 400_000, sameMs: 150, variedMs: 900 },
    },
    demo: {
      ...{ profiles: 1000, companies: 250, seconds: 3.21 },
      search: { characters: 10_000, ms: 4.4 },
    },
  })
  expect(lines).toHaveLength(7)
  expect(lines[1]).toContain('3,008 occupations and 13,900 skills (esco): 60.0 s')
  expect(lines[2]).toContain('occupations p50 1.50 ms, p95 12.25 ms')
  expect(lines[6]).toContain('3.2 s')
})
