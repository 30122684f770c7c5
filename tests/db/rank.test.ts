import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNeed, readOffer } from '#app/domain/batch/rank-lines.ts'
import { loadTaxonomy } from '#app/domain/reference/load-reference.server.ts'
import { rank } from '#app/tasks/rank.ts'
import { TaskError } from '#app/tasks/task.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { scoreMatch } from '#search/matching/match.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { randomFrom } from '#tests/search/corpus.ts'
import { createDatabase } from '#tests/support/database.ts'

type Database = Awaited<ReturnType<typeof createDatabase>>

let open: Database
let taxonomy: Taxonomy
let folder: string
let needs: string[]
let offers: string[]

/** Adverts and people of the built-in vocabulary, each naming skills of one or two occupations. */
beforeAll(async () => {
  open = await createDatabase('sqlite')
  await loadReference(open.db, 'sqlite')
  taxonomy = await loadTaxonomy(open.db)
  folder = mkdtempSync(join(tmpdir(), 'passerelle-rank-'))
  const listed = await open.db.selectFrom('occupation_skill').selectAll().execute()
  const occupations = [...new Set(listed.map((row) => row.occupation_uri))]
  const random = randomFrom(7)
  const skillsOf = (occupation: string, most: number) =>
    random.some(
      listed.filter((row) => row.occupation_uri === occupation).map((row) => row.skill_uri),
      most,
    )
  needs = Array.from({ length: 30 }, (_, at) => {
    const occupation = random.pick(occupations)
    const skills = skillsOf(occupation, 10)
    return JSON.stringify({
      id: `need-${at}`,
      ...((skills.length === 0 || random.chance(0.8)) && { occupations: [occupation] }),
      skills: skills.map((uri, place) => ({ uri, essential: place < 6 })),
      ...(random.chance(0.3) && { languages: [{ code: 'fr', level: 'B1', required: true }] }),
      ...(random.chance(0.3) && { education: 3, experienceMonths: 24 }),
    })
  })
  offers = Array.from({ length: 200 }, (_, at) => {
    const occupation = random.pick(occupations)
    return JSON.stringify({
      id: `offer-${at}`,
      ...(random.chance(0.6) && { occupations: [{ uri: occupation }] }),
      skills: skillsOf(occupation, 12).map((uri) => ({
        uri,
        level: 3,
        evidence: random.pick(['self', 'certified']),
      })),
      ...(random.chance(0.7) && { languages: [{ code: 'fr', level: random.pick([2, 'B2']) }] }),
    })
  })
})
afterAll(async () => {
  await open.drop()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const line = (value: unknown) => JSON.stringify(value)

interface Line {
  readonly id: string | number
  readonly matches: { id: string | number; score: number; explanation?: { points: number }[] }[]
}

async function run(...args: string[]): Promise<Line[]> {
  const printed: string[] = []
  await rank.run(args, {
    open,
    env: {},
    log: () => undefined,
    print: (line) => printed.push(line),
  })
  return printed.map((line) => JSON.parse(line) as Line)
}

const files = () => [
  '--needs',
  file('needs.jsonl', needs.join('\n')),
  '--offers',
  file('offers.jsonl', `${offers.join('\n')}\n`),
]

/** The same by scoring every pair. */
function expected(reverse: boolean, top: number): Line[] {
  const wanted = needs.map((line) => readNeed(line, taxonomy, 'CI'))
  const brought = offers.map((line) => readOffer(line, taxonomy, 'CI'))
  const rows = reverse ? brought : wanted
  return rows.map((row) => {
    const all = (reverse ? wanted : brought).map((other) => {
      const [need, offer] = (reverse ? [other, row] : [row, other]) as [
        (typeof wanted)[0],
        (typeof brought)[0],
      ]
      const { score, parts } = scoreMatch(taxonomy, need, offer)
      const fits = parts.skills + parts.occupation > 0
      return { id: other.id, score: fits ? score : 0 }
    })
    const matches = all
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, top)
    return { id: row.id, matches }
  })
}

describe('rank', () => {
  test.each([
    ['offers for each need', false],
    ['needs for each offer', true],
  ])('%s, as every pair scored would have it', async (_, reverse) => {
    const lines = await run(...files(), '--top', '10', ...(reverse ? ['--reverse'] : []))
    expect(lines).toEqual(expected(reverse, 10))
    expect(lines.some(({ matches }) => matches.length === 10)).toBe(true)
  })

  test.each([
    ['', []],
    [', reversed and explained', ['--reverse', '--explain']],
  ])('the same on several threads%s', async (_, more) => {
    const asked = [...files(), '--top', '5', ...more]
    expect(await run(...asked, '--threads', '3')).toEqual(await run(...asked))
  })

  test('a line that cannot be read ends all threads', async () => {
    const broken = file('broken-threads.jsonl', `${needs.join('\n')}\n{"id":`)
    const asked = ['--needs', broken, ...files().slice(2), '--threads', '2']
    await expect(run(...asked)).rejects.toThrow(TaskError)
  })

  test('explains in points that sum to the score', async () => {
    const lines = await run(...files(), '--explain', '--top', '3')
    let explained = 0
    for (const { matches } of lines) {
      for (const { score, explanation } of matches) {
        const points = (explanation ?? []).reduce((sum, { points: some }) => sum + some, 0)
        expect(points).toBeCloseTo(score, 9)
        explained += 1
      }
    }
    expect(explained).toBeGreaterThan(50)
  })

  test('reads files as they come: a mark at the beginning, blank lines, other line ends', async () => {
    const odd = file('odd.jsonl', `\uFEFF${needs[0]}\r\n\r\n  \n${needs[1]}`)
    const lines = await run('--needs', odd, ...files().slice(2))
    expect(lines.map(({ id }) => id)).toEqual(['need-0', 'need-1'])
  })

  test('short forms: concepts as plain addresses, ids as numbers', async () => {
    const [need] = needs.map((line) => JSON.parse(line)).filter(({ skills }) => skills.length > 2)
    const skills = need.skills.map(({ uri }: { uri: string }) => uri)
    const short = file('short.jsonl', JSON.stringify({ id: 1, skills }))
    const person = file('person.jsonl', JSON.stringify({ id: 2, skills }))
    const [answer] = await run('--needs', short, '--offers', person)
    // Ids go out as they came in.
    expect(answer?.id).toBe(1)
    expect(answer?.matches.map(({ id }) => id)).toEqual([2])
    const threaded = await run('--needs', short, '--offers', person, '--threads', '2')
    expect(threaded).toEqual([answer])
  })

  test('an id is a number or text as it came, and the two differ', async () => {
    const [need] = needs.map((line) => JSON.parse(line)).filter(({ skills }) => skills.length > 2)
    const path = file(
      'ids.jsonl',
      [1, '1', 2.5, '007'].map((id) => line({ ...need, id })).join('\n'),
    )
    const other = file('id-need.jsonl', line({ ...need, id: 'a' }))
    const [answer] = await run('--needs', other, '--offers', path)
    expect(new Set(answer?.matches.map(({ id }) => id))).toEqual(new Set([1, '1', 2.5, '007']))
    const lines = await run('--needs', other, '--offers', path, '--reverse')
    expect(lines.map(({ id }) => id)).toEqual([1, '1', 2.5, '007'])
  })

  test('who shares neither skill nor occupation is no match, whatever the conditions', async () => {
    const asked = JSON.parse(needs[0] ?? '')
    const conditions = { education: 3, experienceMonths: 12, languages: [{ code: 'fr', level: 2 }] }
    const path = file(
      'nothing-asked.jsonl',
      [
        { id: 'bare' },
        { id: 'conditions', ...conditions },
        { id: 'unknown', occupation: 'https://nowhere.example/occupation' },
        asked,
        // Stated anew, it asks for nothing any more.
        { ...asked, id: 'emptied' },
        { id: 'emptied', ...conditions },
      ]
        .map(line)
        .join('\n'),
    )
    for (const threads of ['1', '2']) {
      const found = await run('--needs', path, ...files().slice(2), '--threads', threads)
      const matched = found.map(({ id, matches }) => [id, matches.length > 0])
      expect(matched).toEqual([
        ['bare', false],
        ['conditions', false],
        ['unknown', false],
        ['need-0', true],
        ['emptied', true],
        ['emptied', false],
      ])
      const reverse = await run(
        '--needs',
        path,
        ...files().slice(2),
        '--reverse',
        '--threads',
        threads,
      )
      const named = new Set(reverse.flatMap(({ matches }) => matches.map(({ id }) => id)))
      expect(named).toEqual(new Set(['need-0']))
      expect(reverse.length).toBe(offers.length)
    }
  })

  test.each([
    ['no JSON', 'nonsense', /needs\.jsonl, line 2: is not JSON/],
    ['no id', '{"skills":[]}', /needs\.jsonl, line 2: id/],
    ['a number that is not exact', '{"id":12345678901234567890}', /line 2: id: is too great/],
    [
      'a wrong level',
      '{"id":"a","languages":[{"code":"fr","level":"B9"}]}',
      /line 2: languages\.0/,
    ],
    ['a place off the globe', '{"id":"a","place":{"lat":91,"lng":0}}', /line 2: place\.lat/],
  ])('names the line that it cannot read: %s', async (_, bad, message) => {
    const path = file('bad-needs.jsonl', `${needs[0]}\n${bad}`)
    const attempt = run('--needs', path, ...files().slice(2))
    await expect(attempt).rejects.toThrow(TaskError)
    await expect(run('--needs', path, ...files().slice(2))).rejects.toThrow(message)
  })

  test.each([
    [['--needs', 'x'], /Both files/],
    [['--needs', 'x', '--offers', 'y', '--top', '0'], /--top/],
    [['--needs', 'x', '--offers', 'y', '--bottom'], /Usage/],
    [['--needs', '/nowhere/x', '--offers', '/nowhere/y'], /cannot be read/],
  ])('refuses %j', async (args, message) => {
    const attempt = run(...args)
    await expect(attempt).rejects.toThrow(TaskError)
    await expect(run(...args)).rejects.toThrow(message)
  })
})
