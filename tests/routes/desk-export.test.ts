import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { visibleText } from '#tests/support/client.ts'
import { type FullDesk, fullDesk } from '#tests/support/full-desk.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// A list of the chamber's desk leaves as its page shows it: the same rows in the same order and words,
// of all its pages, under the same filters, and nothing of anybody else's.

const t = translator('fr')
let server: TestServer
let desk: FullDesk

beforeAll(async () => {
  server = await startTestServer()
  desk = await fullDesk(server.services)
}, 60_000)
afterAll(() => server.drop())

const get = (path: string, as = desk.cookie): Promise<Response> =>
  fetch(`${server.url}/fr/chamber/${path}`, { headers: { cookie: as }, redirect: 'manual' })

/** A page without what is there to be done on it. */
async function shown(path: string): Promise<string> {
  const html = await (await get(path)).text()
  return html.replace(/<form[\s\S]*?<\/form>/g, '')
}

const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The texts of these parts of pages, in their order. */
const texts = (html: string, part: RegExp): string[] =>
  [...html.matchAll(part)].map(([one]) => plain(visibleText(one)))

const listItems = /<li[\s>][\s\S]*?<\/li>/g
const cards = /<article[\s\S]*?<\/article>/g
const boardCards = /<li class="board-card"[\s\S]*?<\/li>/g

/** Rows of a file without its heading, as a spreadsheet shows them. */
async function rowsOf(path: string): Promise<string[][]> {
  const answer = await get(path)
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="passerelle(-[a-z0-9]+)+\.csv"$/,
  )
  const text = await answer.text()
  expect(text).not.toContain(desk.stranger)
  expect(text).not.toMatch(/[\u2066-\u2069]/)
  const rows: string[][] = parse(text, { bom: true, delimiter: ';' })
  return rows.slice(1).map((row) => row.map((cell) => plain(cell.replace(/^'/, ''))))
}

/** Each row of a file stands in one part of the page, all words of these columns, and none is missing. */
function expectSame(rows: readonly string[][], parts: readonly string[], columns: number[]) {
  expect(rows).toHaveLength(parts.length)
  for (const [at, row] of rows.entries()) {
    for (const column of columns) {
      for (const words of (row[column] ?? '').split(' · ')) expect(parts[at]).toContain(words)
    }
  }
}

/** The cells of the tables of a page, table by table. */
function tables(html: string): string[][][] {
  return [...html.matchAll(/<tbody[^>]*>([\s\S]*?)<\/tbody>/g)].map(([, body = '']) =>
    [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<t[hd][\s\S]*?<\/t[hd]>/g)].map(([cell]) => plain(visibleText(cell))),
    ),
  )
}

test('the board leaves with every card of every column', async () => {
  const file = await rowsOf('board/export?format=csv')
  const parts: string[] = []
  const stages: string[] = []
  for (const stage of ['prospect', 'contacted', 'met', 'onboarded', 'active', 'dormant'] as const) {
    for (let page = 1; page <= 4; page += 1) {
      const html = await shown(`board?stage=${stage}&page=${page}`)
      const found = texts(html, boardCards)
      // The last page is shown for any after it.
      if (parts.includes(found[0] ?? '')) break
      parts.push(...found)
      stages.push(...found.map(() => t(`relation.stages.${stage}`)))
    }
  }
  expect(file.filter((row) => row[1] === t('relation.stages.met'))).toHaveLength(26)
  expect(file.map((row) => row[1])).toEqual(stages)
  expectSame(file, parts, [0, 2, 4, 5])
  // The page says "me"; a file goes on to others, and names who it is.
  const isMine = (row: readonly string[]) => row[3] === desk.email
  expect(file.map(isMine)).toEqual(parts.map((text) => text.includes(t('relation.owner.me'))))
  const mine = await rowsOf('board/export?format=csv&owner=me&stage=met')
  expect(mine).toEqual(file.filter((row) => row[1] === t('relation.stages.met') && isMine(row)))
  expect(mine).toHaveLength(13)
})

test('the day leaves part by part', async () => {
  for (const who of ['me', 'all']) {
    const html = await shown(`day?who=${who}`)
    const file = await rowsOf(`day/export?format=csv&who=${who}`)
    const sections = ['overdue', 'today', 'next', 'verifications', 'done'] as const
    const parts = sections.map((id) => {
      const [, section = ''] =
        new RegExp(`<section[^>]*id="${id}"([\\s\\S]*?)</section>`).exec(html) ?? []
      return { id, items: texts(section, listItems) }
    })
    expectSame(
      file,
      parts.flatMap((one) => one.items),
      [1, 2, 3],
    )
    expect(file.map((row) => row[0])).toEqual(
      parts.flatMap(({ id, items }) => items.map(() => t(`relation.day.${id}`))),
    )
    expect(parts.map((one) => one.items.length)).toEqual([2, 3, 1, 1, 1])
  }
})

test('campaigns leave with those of all pages', async () => {
  const pages = [await shown('campaigns'), await shown('campaigns?page=2')]
  const file = await rowsOf('campaigns/export?format=csv')
  expect(file).toHaveLength(23)
  expect(file).toEqual(pages.flatMap((html) => tables(html)[0] ?? []))
})

test('a campaign leaves with all who are invited', async () => {
  const file = await rowsOf(`campaigns/${desk.campaignId}/export?format=csv`)
  const chosen: string[][] = []
  for (const page of [1, 2]) {
    // What is known of each company stands in its form.
    const html = await (await get(`campaigns/${desk.campaignId}?page=${page}`)).text()
    const item = /<fieldset[^>]*id="status-[\s\S]*?<\/li>/g
    for (const [one] of html.matchAll(item)) {
      const name = visibleText(/<legend[\s\S]*?<\/legend>/.exec(one)?.[0] ?? '')
      const status = /<input(?=[^>]*\bchecked)[^>]*\bvalue="(\w+)"/.exec(one)?.[1] ?? ''
      const outcome = /<option(?=[^>]*\bselected)[^>]*>([^<]*)/.exec(one)?.[1] ?? ''
      chosen.push([
        name,
        t(`relation.campaigns.statuses.${status as 'invited'}`),
        outcome || t('relation.campaigns.noOutcome'),
      ])
    }
  }
  expect(file).toHaveLength(33)
  expect(file).toEqual(chosen.map((row) => row.map((cell) => plain(cell.replace(/^'/, '')))))
})

test('the calls of the day leave, those in sight and the others, those to call and those decided', async () => {
  const first = texts(await shown('calls'), cards)
  const whole = await shown('calls?all=1')
  const file = await rowsOf('calls/export?format=csv')
  expect(first).toHaveLength(10)
  const open = file.filter((row) => row[7] === t('calls.toCall'))
  expectSame(open, texts(whole, cards), [0, 1, 2, 3, 4, 5, 6])
  expect(open).toHaveLength(12)
  const [, decided = ''] = /<section[^>]*id="decided"([\s\S]*?)<\/section>/.exec(whole) ?? []
  expectSame(
    file.filter((row) => row[7] !== t('calls.toCall')),
    texts(decided, listItems),
    [0, 7],
  )
  expect(file).toHaveLength(14)
  const { features } = await (await get('calls/export?format=geojson')).json()
  expect(features).toHaveLength(14)
  expect(features[0].geometry.type).toBe('Point')
})

test.each(['who=chamber', 'who=me'])('a scorecard (%s) leaves in the same words', async (query) => {
  const html = await shown(`scorecard?${query}`)
  const file = await rowsOf(`scorecard/export?format=csv&${query}`)
  const part = (title: string) =>
    file.filter((row) => row[0] === title).map((row) => row.slice(1).filter(Boolean))
  const found = tables(html)
  // Targets are the chamber's; there are none yet.
  const [stages, retention, units, sectors] = found
  expect(part(t('scorecard.stagesTitle'))).toEqual(stages)
  expect(part(t('scorecard.retentionTitle'))).toEqual(retention)
  expect(part(t('scorecard.unitsTitle'))).toEqual(units)
  expect(part(t('scorecard.sectorsTitle'))).toEqual(sectors)
  expect(units?.length).toBeGreaterThan(0)
  const stats = [...html.matchAll(/<dl[\s\S]*?<\/dl>/g)].map(([one]) => plain(visibleText(one)))
  const [done = []] = part(t('scorecard.doneTitle'))
  for (const figure of done.slice(1)) expect(stats.join(' ')).toContain(figure)
})

test('lists that were loaded leave', async () => {
  const file = await rowsOf('imports/export?format=csv')
  const [page = []] = tables(await shown('imports'))
  expect(file).toHaveLength(1)
  expect(file.map((row) => row.with(2, ''))).toEqual(page.map((row) => row.with(2, '')))
  expect(page[0]?.[2]).toBe(t('import.rows', { count: Number(file[0]?.[2]) }))
})

test('likely duplicates leave, those of all pages', async () => {
  const pages = [await shown('duplicates'), await shown('duplicates?page=2')]
  const parts = pages.flatMap((html) => texts(html, cards))
  const file = await rowsOf('duplicates/export?format=csv')
  expect(file).toHaveLength(24)
  expectSame(file, parts, [0, 1, 3, 5])
  for (const [at, row] of file.entries()) {
    for (const words of [row[2], row[4]].flatMap((about) => about?.split(', ') ?? [])) {
      expect(parts[at]).toContain(words)
    }
  }
})

test('a company’s history leaves whole', async () => {
  const base = `companies/${desk.companyId}/history`
  const file = await rowsOf(`${base}/export?format=csv`)
  const contacts: string[] = []
  const acts: string[] = []
  for (const page of [1, 2]) {
    const html = await shown(`${base}?page=${page}`)
    const [first = '', second = ''] = html.split(`>${t('relation.history.changes')}<`)
    contacts.push(...texts(first, /<li(?=[^>]*data-tone)[\s\S]*?<\/li>/g))
    acts.push(...texts(second, /<li><time[\s\S]*?<\/li>/g))
  }
  expect(contacts).toHaveLength(36)
  expectSame(file, [...contacts, ...acts], [1, 2, 3, 4, 5])
})

test('a company’s promises leave', async () => {
  const base = `companies/${desk.companyId}/promises`
  const file = await rowsOf(`${base}/export?format=csv`)
  expectSame(file, texts(await shown(base), cards), [1, 2, 3, 4, 5, 6, 7, 8])
  expect(file).toHaveLength(2)
})

const lists = [
  ['board', 'board', 33 + 48],
  ['day', 'day', 8],
  ['campaigns', 'campaigns', 23],
  ['campaigns/:campaignId', 'attendance', 33],
  ['calls', 'calls', 14],
  ['scorecard', 'scorecard', null],
  ['imports', 'imports', 1],
  ['duplicates', 'duplicates', 24],
  ['companies/:companyId/history', 'history', 36],
  ['companies/:companyId/promises', 'promises', 2],
] as const

test.each(lists)(
  '%s leaves as a workbook and as a page, and is written down',
  async (path, list, rows) => {
    const at = path.replace(':campaignId', desk.campaignId).replace(':companyId', desk.companyId)
    const page = await shown(at)
    const count = rows ?? (await rowsOf(`${at}/export?format=csv`)).length
    for (const format of ['csv', 'xlsx', 'print']) {
      expect(page).toContain(`/fr/chamber/${at}/export?`)
      expect(page).toContain(`format=${format}"`)
    }
    const workbook = await get(`${at}/export?format=xlsx`)
    const [sheet] = await readWorkbook(Buffer.from(await workbook.arrayBuffer()))
    expect(sheet?.data).toHaveLength(count + 1)
    const print = await (await get(`${at}/export?format=print`)).text()
    expect(print.match(/<tr><td/g)).toHaveLength(count)
    const hasPlaces = list === 'board' || list === 'calls'
    expect(page.includes('format=geojson"')).toBe(hasPlaces)
    expect((await get(`${at}/export?format=geojson`)).status).toBe(hasPlaces ? 200 : 404)
    expect((await get(`${at}/export?format=exe`)).status).toBe(404)
    expect((await get(`${at}/export`)).status).toBe(404)
    expect((await get(`${at}/export?format=csv`, '')).status).toBe(302)
    await get(`${at}/export?format=print`)
    const last = await server.services.db
      .selectFrom('audit_event')
      .select(['actor_id', 'entity_kind', 'entity_id', 'detail'])
      .where('action', '=', 'list.exported')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const about = path.includes(':campaignId')
      ? desk.campaignId
      : path.includes(':companyId')
        ? desk.companyId
        : undefined
    expect({ ...last, detail: JSON.parse(last.detail) }).toEqual({
      actor_id: desk.userId,
      entity_kind: 'chamber',
      entity_id: desk.chamberId,
      detail: { list, format: 'print', ...(about ? { about } : {}) },
    })
  },
)
