import { describe, expect, test } from 'vitest'
import { type CallDecision, callDecision } from '#app/domain/calls/calls.ts'
import { decideCall } from '#app/domain/calls/decide-call.server.ts'
import { suggestCalls } from '#app/domain/calls/suggest-calls.server.ts'
import { todaysCalls } from '#app/domain/calls/todays-calls.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { newId } from '#db/id.ts'
import { relationOf } from '#db/queries/relation.ts'
import { dialects } from '../support/database.ts'
import { company, publishedOpportunity, publishedProfile, welder } from '../support/fixtures.ts'
import { chamberStaff, marketplace, now, place } from './company-support.ts'

const today = '2026-11-23'
const onDay = (deps: Deps, day: string): Deps => ({ ...deps, now: new Date(`${day}T09:00:00Z`) })

async function desk(dialect: (typeof dialects)[number], admin1s: readonly string[] = []) {
  const deps = await marketplace(dialect)
  const staff = await chamberStaff(deps.db, 'CI', admin1s)
  const chamber = await ownChamber(deps.db, staff)
  const list = (day = today) => todaysCalls(onDay(deps, day), chamber)
  const decide = (input: Record<string, unknown>, day = today) =>
    decideCall(onDay(deps, day), staff, callDecision.parse({ day, ...input }) as CallDecision)
  return { deps, staff, chamber, list, decide }
}

/** So many welders in Abidjan, the first few with a certificate. */
async function welders(deps: Deps, count: number, certified = 0) {
  for (let at = 0; at < count; at += 1) {
    const { id } = await publishedProfile(deps)
    if (at < certified) {
      await deps.db
        .insertInto('qualification')
        .values({
          id: newId(),
          profile_id: id,
          title: 'CAP',
          country: 'CI',
          year: 2020,
          created_at: today,
        })
        .execute()
    }
  }
}

describe.each(dialects)('next calls on %s', (dialect) => {
  test('the argument counts available people near, and only them', async () => {
    const { deps, list } = await desk(dialect)
    const id = await company(deps, { sector: '25' })
    await welders(deps, 14, 9)
    await publishedProfile(deps, { status: 'paused' })
    await publishedProfile(deps, { place_id: place(deps, 'CI', 'Korhogo') })
    await publishedProfile(deps, { place_id: null })
    const [call] = await list()
    expect(call).toMatchObject({ company_id: id, rank: 1, status: 'open' })
    expect(call?.reasons[0]).toEqual({
      code: 'people',
      occupations: [welder],
      family: false,
      people: 14,
      proven: 9,
      km: 25,
      placeId: place(deps, 'CI', 'Abidjan'),
    })
    expect(call?.reasons.map((one) => one.code)).toEqual(['people', 'opening', 'contact'])
    const stored = JSON.parse(call?.reasons ? JSON.stringify(call.terms) : '{}')
    const sum = Object.values<number>(stored).reduce((all, one) => all + one, 0)
    expect(call?.score).toBeCloseTo(sum, 6)
  })

  test('fewer than five people are stored without their number', async () => {
    const { deps, list } = await desk(dialect)
    await company(deps, { sector: '25' })
    await welders(deps, 4, 4)
    const [call] = await list()
    expect(call?.reasons[0]).toMatchObject({ code: 'people', people: null, proven: null })
    expect(
      await deps.db.selectFrom('call_suggestion').select('reasons').executeTakeFirst(),
    ).toEqual({
      reasons: expect.not.stringMatching(/"people":\d+,"proven"/),
    })
  })

  test('ranks by what is known of firms, and says why', async () => {
    const { deps, chamber, list } = await desk(dialect)
    const made = { created_at: today, created_by: null, version: 1 }
    const plain = await company(deps, { sector: '25' })
    const promised = await company(deps, { sector: '25', headcount: 30 })
    await deps.db
      .insertInto('commitment')
      .values({
        ...made,
        id: newId(),
        chamber_id: chamber.id,
        company_id: promised,
        kind: 'internship',
        quantity: 6,
        due_on: '2026-11-20',
        note: null,
        status: 'open',
        kept_quantity: null,
        closed_on: null,
      })
      .execute()
    const expects = await company(deps, { sector: '47' })
    await deps.db
      .insertInto('intention')
      .values({
        ...made,
        id: newId(),
        chamber_id: chamber.id,
        company_id: expects,
        site_id: null,
        kind: 'job',
        occupation_uri: welder,
        quarter: '2027-Q1',
        posts: 3,
        source: 'visit',
        status: 'open',
        outcome_posts: null,
        closed_on: null,
      })
      .execute()
    const hiring = await company(deps, { sector: '25' })
    await publishedOpportunity(deps, { company_id: hiring })
    const refused = await company(deps, { sector: '25' })
    const recent = await company(deps, { sector: '25' })
    const answered = await company(deps, { sector: '25' })
    const log = (
      company_id: string,
      on_day: string,
      outcome: 'reached' | 'refused' | 'no-answer',
    ) =>
      deps.db
        .insertInto('engagement')
        .values({
          id: newId(),
          chamber_id: chamber.id,
          company_id,
          kind: 'call',
          on_day,
          outcome,
          note: null,
          campaign_id: null,
          author_id: null,
          created_at: today,
        })
        .execute()
    await log(refused, '2026-10-01', 'refused')
    await log(recent, '2026-11-10', 'reached')
    await log(answered, '2026-03-01', 'reached')
    await welders(deps, 6)
    const calls = await list()
    const byId = new Map(calls.map((call) => [call.company_id, call]))
    expect([...byId.keys()].toSorted()).toEqual(
      [plain, promised, expects, hiring, answered].toSorted(),
    )
    const scores = (id: string) => byId.get(id)?.score ?? 0
    expect(scores(promised)).toBeGreaterThan(scores(plain))
    expect(scores(expects)).toBeGreaterThan(scores(plain))
    expect(scores(hiring)).toBeLessThan(scores(plain))
    expect(scores(answered)).toBeGreaterThan(scores(plain))
    expect(byId.get(promised)?.reasons).toContainEqual({
      code: 'commitment',
      kind: 'internship',
      quantity: 6,
      dueOn: '2026-11-20',
    })
    expect(byId.get(expects)?.reasons).toContainEqual({
      code: 'intention',
      kind: 'job',
      posts: 3,
      occupation: welder,
      quarter: '2027-Q1',
    })
    // A shop that says it will hire welders is told of welders.
    expect(byId.get(expects)?.reasons[0]).toMatchObject({ code: 'people', occupations: [welder] })
    expect(byId.get(hiring)?.reasons.map((one) => one.code)).not.toContain('opening')
    expect(byId.get(answered)?.reasons).toContainEqual({ code: 'answers', replies: 1, contacts: 1 })
    expect(calls.map((call) => call.rank)).toEqual([1, 2, 3, 4, 5])
  })

  test('the list stays all day, and is another the next', async () => {
    const { deps, list } = await desk(dialect)
    for (let at = 0; at < 60; at += 1) await company(deps, { sector: '25' })
    const [first, again] = await Promise.all([list(), list()])
    expect(first).toHaveLength(20)
    expect(again).toEqual(first)
    await company(deps, { sector: '25' })
    expect(await list()).toEqual(first)
    const ids = new Set(first.map((call) => call.company_id))
    const next = await list('2026-11-24')
    const repeated = next.filter((call) => ids.has(call.company_id))
    expect(next).toHaveLength(20)
    expect(repeated.length).toBeLessThan(8)
  })

  test('done logs a call and a task, moves the relation, keeps the firm away; undone, none of it is left', async () => {
    const { deps, staff, chamber, list, decide } = await desk(dialect)
    const id = await company(deps)
    await list()
    await decide({
      intent: 'done',
      company: id,
      outcome: 'interested',
      task: 'Envoyer trois profils',
      taskDue: '2026-11-25',
    })
    const [done] = await list()
    expect(done).toMatchObject({ status: 'done', outcome: 'interested', stage: 'contacted' })
    expect(await deps.db.selectFrom('engagement').selectAll().execute()).toMatchObject([
      {
        chamber_id: chamber.id,
        company_id: id,
        kind: 'call',
        on_day: today,
        outcome: 'interested',
        author_id: staff.userId,
      },
    ])
    expect(await deps.db.selectFrom('task').selectAll().execute()).toMatchObject([
      { title: 'Envoyer trois profils', due_on: '2026-11-25', assignee_id: staff.userId },
    ])
    await expect(decide({ intent: 'done', company: id, outcome: 'reached' })).rejects.toMatchObject(
      { code: 'conflict' },
    )
    expect(await list('2026-11-24')).toEqual([])
    expect(await list('2026-12-06')).toEqual([])
    expect(await list('2026-12-07')).toHaveLength(1)

    const days = onDay(deps, '2026-11-25')
    await expect(
      decideCall(days, staff, { intent: 'undo', company: id, day: today }),
    ).rejects.toMatchObject({ code: 'gone' })
    await decide({ intent: 'undo', company: id })
    expect((await list())[0]).toMatchObject({ status: 'open', outcome: null, task_id: null })
    expect(await deps.db.selectFrom('engagement').selectAll().execute()).toEqual([])
    expect(await deps.db.selectFrom('task').selectAll().execute()).toEqual([])
    expect(await relationOf(deps.db, chamber.id, id)).toMatchObject({
      stage: 'prospect',
      owner_id: null,
    })
    await expect(decide({ intent: 'undo', company: id })).rejects.toMatchObject({
      code: 'conflict',
    })
    const acts = await deps.db.selectFrom('audit_event').select('action').orderBy('id').execute()
    expect(acts.map((one) => one.action)).toEqual(
      expect.arrayContaining(['call.done', 'call.undone']),
    )
  })

  test('undoing leaves what somebody else has done since', async () => {
    const { deps, chamber, list, decide } = await desk(dialect)
    const id = await company(deps)
    await list()
    await decide({ intent: 'done', company: id, outcome: 'reached' })
    await deps.db
      .updateTable('relation')
      .set((eb) => ({ stage: 'met', version: eb('version', '+', 1) }))
      .where('company_id', '=', id)
      .execute()
    await decide({ intent: 'undo', company: id })
    expect(await relationOf(deps.db, chamber.id, id)).toMatchObject({ stage: 'met' })
  })

  test('put off, a firm comes back on its day; not suitable, after as long as the reason says', async () => {
    const { deps, list, decide } = await desk(dialect)
    const later = await company(deps)
    const wrong = await company(deps)
    await list()
    await decide({ intent: 'snooze', company: later, until: '2026-12-01' })
    await decide({ intent: 'unsuitable', company: wrong, why: 'wrong-number' })
    const ids = async (day: string) => (await list(day)).map((call) => call.company_id)
    expect(await ids('2026-11-24')).toEqual([])
    expect(await ids('2026-12-01')).toEqual([later])
    expect(new Set(await ids('2026-12-23'))).toEqual(new Set([later, wrong]))
    for (const until of [today, '2026-11-01', '2027-11-23']) {
      await expect(decide({ intent: 'snooze', company: later, until })).rejects.toMatchObject({
        fields: { until: expect.stringMatching(/^calls\./) },
      })
    }
    await expect(
      decide({ intent: 'done', company: later, outcome: 'reached', task: 'Rappeler' }),
    ).rejects.toMatchObject({ fields: { taskDue: 'form.required' } })
  })

  test('a chamber has its own list, of its own ground', async () => {
    const { deps, list, decide } = await desk(dialect, ['CI-AB'])
    const own = await company(deps)
    const far = await company(deps, {}, 'Bouaké')
    expect((await list()).map((call) => call.company_id)).toEqual([own])
    await expect(decide({ intent: 'undo', company: far })).rejects.toMatchObject({
      code: 'not-found',
    })
    const other = await chamberStaff(deps.db, 'CI')
    const input = { intent: 'snooze', day: today, company: own, until: '2026-12-01' } as const
    // Theirs to look after as well, but on no list of theirs.
    await expect(decideCall(deps, other, input)).rejects.toMatchObject({ code: 'not-found' })
    const whole = await ownChamber(deps.db, other)
    expect(await suggestCalls(deps, whole, today)).toHaveLength(2)
    const abroad = await chamberStaff(deps.db, 'TN')
    await expect(decideCall(deps, abroad, input)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('numbers are shown of the firm and of people who agreed', async () => {
    const { deps, list } = await desk(dialect)
    const id = await company(deps, { phone: '+2252720000000' })
    const contact = (name: string, consent: 'given' | 'asked' | 'refused') =>
      deps.db
        .insertInto('company_contact')
        .values({
          id: newId(),
          company_id: id,
          name,
          position: 'Directrice',
          email: null,
          phone: '+2250700000001',
          consent,
          consent_at: null,
          created_by: null,
          created_at: now.toISOString(),
          updated_at: now.toISOString(),
          version: 1,
        })
        .execute()
    await contact('Awa', 'given')
    await contact('Yao', 'asked')
    await contact('Koné', 'refused')
    const [call] = await list()
    expect(call?.phone).toBe('+2252720000000')
    expect(call?.contacts.map((one) => one.name)).toEqual(['Awa'])
  })
})
