import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadReference } from '#db/seed/load-reference.ts'
import { programPath } from '#tests/setup/child.ts'
import { createDatabase } from '#tests/support/database.ts'

let open: Awaited<ReturnType<typeof createDatabase>>
let folder: string

beforeAll(async () => {
  open = await createDatabase('sqlite')
  await loadReference(open.db, 'sqlite')
  folder = mkdtempSync(join(tmpdir(), 'passerelle-pipe-'))
  const listed = await open.db.selectFrom('occupation_skill').selectAll().execute()
  const occupation = listed[0]?.occupation_uri ?? ''
  const skills = listed
    .filter((row) => row.occupation_uri === occupation)
    .map((row) => row.skill_uri)
  const lines = (count: number) =>
    Array.from({ length: count }, (_, id) => JSON.stringify({ id, occupation, skills })).join('\n')
  writeFileSync(join(folder, 'needs.jsonl'), lines(2_000))
  writeFileSync(join(folder, 'offers.jsonl'), lines(20))
  writeFileSync(join(folder, 'titles.txt'), 'soudeur\nplombier\nchauffeur de taxi\n'.repeat(500))
})
afterAll(async () => {
  await open.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** What reached the reader of a real pipe, the task's exit code, and what it said on standard error. */
function piped(task: string, reader: string) {
  return new Promise<{ out: string; code: string; err: string }>((resolve) => {
    const script = `{ node app/tasks/bootstrap.mjs task ${task}; echo "code $?" >&2; } | ${reader}`
    const child = spawn('sh', ['-c', script], {
      env: {
        ...process.env,
        PATH: programPath,
        DATABASE_URL: open.url,
        APP_MODE: 'development',
        FOLDER: folder,
      },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (part) => {
      out += part
    })
    child.stderr.on('data', (part) => {
      err += part
    })
    child.on('close', () => {
      const code = /^code (\d+)$/m.exec(err)?.[1] ?? ''
      resolve({ out, code, err: err.replace(/^code \d+\n/m, '') })
    })
  })
}

const ranking = 'rank --needs "$FOLDER/needs.jsonl" --offers "$FOLDER/offers.jsonl"'

test.each([
  ['ranking', ranking],
  ['ranking on threads', `${ranking} --threads 2`],
  ['linking', 'link-titles --lang fr < "$FOLDER/titles.txt"'],
])('%s ends quietly when its reader has gone', async (_, task) => {
  const { out, code, err } = await piped(task, 'head -n 1')
  expect(out.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(out)).toHaveProperty('matches')
  expect({ code, err }).toEqual({ code: '0', err: '' })
})

test.each([
  ['', ''],
  [', also of a pipe that standard error shares', ' 2>&1'],
])('a reader that stays gets all of it%s', async (_, more) => {
  const { out, code, err } = await piped(ranking + more, '{ sleep 1; wc -l; }')
  expect({ out: out.trim(), code, err }).toEqual({ out: '2000', code: '0', err: '' })
})

test('a reader that was never there is no failure either', async () => {
  const { code, err } = await piped('', 'true')
  expect({ code, err }).toEqual({ code: '0', err: '' })
})
