import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/open.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { loadSynonyms } from '#db/seed/load-synonyms.ts'
import { programPath } from '#tests/setup/child.ts'
import { createDatabase } from '#tests/support/database.ts'

let open: OpenDatabase & { url: string; drop: () => Promise<void> }

beforeAll(async () => {
  open = await createDatabase('sqlite')
  await loadReference(open.db, open.dialect)
  await loadSynonyms(open)
})
afterAll(() => open.drop())

/** Runs the real command with these lines on standard input. */
function task(args: readonly string[], input: string) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn('node', ['app/tasks/bootstrap.mjs', 'task', ...args], {
      env: { ...process.env, PATH: programPath, DATABASE_URL: open.url, APP_MODE: 'development' },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (part) => {
      out += part
    })
    child.stderr.on('data', (part) => {
      err += part
    })
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('titles are linked to occupations, a JSON line each, in order', async () => {
  const titles = ['Soudeuse (H/F)', 'chauffeur de gbaka', '', 'électricien bâtiment']
  const { code, out } = await task(
    ['link-titles', '--lang', 'fr', '--top', '3'],
    titles.join('\r\n'),
  )
  expect(code).toBe(0)
  const answers = lines(out)
  expect(answers.map(({ title }) => title)).toEqual(titles.filter(Boolean))
  const [welder, driver, electrician] = answers.map(({ matches }) => matches)
  expect(Object.keys(welder[0])).toEqual(['uri', 'isco', 'label', 'score'])
  expect(welder[0]).toMatchObject({ isco: '7212', label: 'soudeur' })
  expect(driver[0].isco).toBe('8331')
  expect(electrician[0].isco).toBe('7411')
  for (const { matches } of answers) {
    expect(matches.length).toBeGreaterThan(0)
    expect(matches.length).toBeLessThanOrEqual(3)
    expect(new Set(matches.map(({ uri }: { uri: string }) => uri)).size).toBe(matches.length)
    const scores = matches.map(({ score }: { score: number }) => score)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
  }
})

test('phrases are linked to skills; Arabic and English work alike', async () => {
  const [skills, english, arabic] = await Promise.all([
    task(['link-skills', '--lang=fr'], "souder à l'arc\n"),
    task(['link-titles', '--lang=en', '--top=1'], 'welder\nHouse electrician'),
    task(['link-titles', '--lang=ar', '--top=1'], 'حجّام\n'),
  ])
  const [skill] = lines(skills.out)
  expect(skill.title).toBe("souder à l'arc")
  expect(skill.matches[0].label).toBe("souder à l'arc")
  expect(Object.keys(skill.matches[0])).toEqual(['uri', 'label', 'score'])
  expect(lines(english.out).map(({ matches }) => matches[0].isco)).toEqual(['7212', '7411'])
  expect(lines(arabic.out)[0].matches[0].isco).toBe('5141')
})

test('bad usage is said, with how to use it', async () => {
  const wrong = [
    [['link-titles'], /--lang is missing/],
    [['link-titles', '--lang', 'de'], /de is none of fr, en, ar/],
    [['link-skills', '--lang', 'fr', '--top', '0'], /--top must be a whole number/],
    [['link-skills', '--lang', 'fr', '--all'], /--all/],
    [['link-titles', '--lang', 'fr', 'titles.txt'], /titles\.txt/],
  ] as const
  const ends = await Promise.all(wrong.map(([args]) => task(args, 'soudeur')))
  ends.forEach(({ code, out, err }, at) => {
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(wrong[at]?.[1] ?? /never/)
    expect(err).toMatch(/npm run -s task -- link-(titles|skills) --lang fr\|en\|ar/)
  })
})
