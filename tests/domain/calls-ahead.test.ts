import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { callDecision } from '#app/domain/calls/calls.ts'
import { decideCall } from '#app/domain/calls/decide-call.server.ts'
import { listMaker } from '#app/domain/calls/make-lists-ahead.server.ts'
import { todaysCalls } from '#app/domain/calls/todays-calls.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { dialects } from '../support/database.ts'
import { company } from '../support/fixtures.ts'
import { chamberStaff, marketplace } from './company-support.ts'
import { officer } from './relation-support.ts'

const today = '2026-11-23'
const morning = new Date(`${today}T03:30:00Z`)

/** A chamber with an officer. */
async function desk(dialect: (typeof dialects)[number]) {
  const deps = await marketplace(dialect)
  const staff = await officer(deps.db, 'CI')
  const chamber = await ownChamber(deps.db, staff)
  const list = (day = today) => todaysCalls({ ...deps, now: new Date(`${day}T09:00:00Z`) }, chamber)
  return { deps, staff, list }
}

const lists = (deps: Deps) =>
  deps.db.selectFrom('call_suggestion').select(['chamber_id', 'on_day']).distinct().execute()

/** A process of its own that makes lists as the server's worker does, from `go` on. */
async function worker(url: string) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/calls-worker.ts'],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  return { ended, go: () => child.stdin.write(`${morning.toISOString()}\n`) }
}

describe.each(dialects)('lists made before they are asked for on %s', (dialect) => {
  test('one chamber after another, each once, in its morning', async () => {
    const { deps, list } = await desk(dialect)
    const abroad = await officer(deps.db, 'TN')
    const unstaffed = await chamberStaff(deps.db, 'CI')
    // Nobody is to be called there.
    await officer(deps.db, 'SN')
    await company(deps)
    await company(deps, { country: 'TN' })
    const next = listMaker(deps)
    expect(await next(new Date(`${today}T01:30:00Z`))).toBe(false)
    // Tunis is an hour ahead.
    expect(await next(new Date(`${today}T02:30:00Z`))).toBe(true)
    expect(await next(new Date(`${today}T02:30:00Z`))).toBe(false)
    expect(await lists(deps)).toEqual([{ chamber_id: abroad.chamberId, on_day: today }])
    // The one with firms, and the one that has nobody to call: looked at once.
    expect([await next(morning), await next(morning), await next(morning)]).toEqual([
      ...[true, true, false],
    ])
    expect(await lists(deps)).toHaveLength(2)
    expect(await lists(deps)).not.toContainEqual(
      expect.objectContaining({ chamber_id: unstaffed.chamberId }),
    )
    // Found, not made again, by the first visit.
    await company(deps)
    expect(await list()).toHaveLength(1)
  })

  test('several processes and a visitor at once make one list', { timeout: 60_000 }, async () => {
    const { deps, list } = await desk(dialect)
    for (let at = 0; at < 30; at += 1) await company(deps)
    const others = await Promise.all([1, 2].map(() => worker(deps.url)))
    for (const { go } of others) go()
    const seen = await list()
    expect(await Promise.all(others.map(({ ended }) => ended))).toEqual([
      [0, null],
      [0, null],
    ])
    expect(seen).toHaveLength(20)
    expect(await list()).toEqual(seen)
    const rows = await deps.db.selectFrom('call_suggestion').select('rank').execute()
    expect(rows).toHaveLength(20)
  })

  test('not where nobody works the lists, until somebody does', async () => {
    const { deps, staff, list } = await desk(dialect)
    const id = await company(deps)
    const next = listMaker(deps)
    // From a Monday to the next.
    const made: string[] = []
    for (let day = 23; day <= 30; day += 1) {
      if (await next(new Date(`2026-11-${day}T08:00:00Z`))) made.push(`${day}`)
    }
    expect(made).toEqual(['23', '24', '25', '26', '27'])
    await list('2026-11-30')
    const snooze = { intent: 'snooze', company: id, day: '2026-11-30', until: '2026-12-01' }
    const monday = { ...deps, now: new Date('2026-11-30T09:00:00Z') }
    await decideCall(monday, staff, callDecision.parse(snooze))
    expect(await next(new Date('2026-12-01T08:00:00Z'))).toBe(true)
  })
})
