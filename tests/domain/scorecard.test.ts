import { describe, expect, test } from 'vitest'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { removeTarget, setTarget } from '#app/domain/scorecard/change-targets.server.ts'
import { readScorecard } from '#app/domain/scorecard/read-scorecard.server.ts'
import { newId } from '#db/id.ts'
import { dialects } from '../support/database.ts'
import { company, publishedOpportunity } from '../support/fixtures.ts'
import { chamberStaff, marketplace } from './company-support.ts'

const today = '2026-11-23'
const secret = 'a secret of this test only'

describe.each(dialects)('scorecards on %s', (dialect) => {
  test('count the chamber’s own ground, by district and sector, for all and for an officer', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI', ['CI-AB', 'CI-VB'])
    const chamber = await ownChamber(deps.db, staff)
    const [abidjan, bouake, korhogo] = [
      await company(deps, { sector: '25' }),
      await company(deps, { sector: '47' }, 'Bouaké'),
      await company(deps, { sector: '47' }, 'Korhogo'),
    ]
    await deps.db
      .insertInto('relation')
      .values({
        chamber_id: chamber.id,
        company_id: abidjan,
        stage: 'onboarded',
        stage_since: '2026-10-05',
        owner_id: staff.userId,
        updated_at: today,
        version: 1,
      })
      .execute()
    const contact = (company_id: string, on_day: string, outcome: 'reached' | 'no-answer') =>
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
          author_id: staff.userId,
          created_at: today,
        })
        .execute()
    await contact(abidjan, '2026-10-01', 'no-answer')
    await contact(abidjan, '2026-10-02', 'reached')
    await contact(bouake, '2026-10-02', 'no-answer')
    await contact(bouake, '2026-09-30', 'reached')
    const publish = (company_id: string, published_at: string) =>
      publishedOpportunity(deps, { company_id, published_at })
    const offer = await publish(abidjan, '2026-11-23T18:00:00.000Z')
    await publish(bouake, '2026-02-01T18:00:00.000Z')
    await publish(korhogo, '2026-11-01T18:00:00.000Z')
    const hire = (started_on: string, ended_on: string | null) =>
      deps.db
        .insertInto('placement')
        .values({
          id: newId(),
          profile_id: null,
          opportunity_id: offer,
          started_on,
          ended_on,
          created_at: today,
        })
        .execute()
    await hire('2026-10-20', null)
    await hire('2026-08-01', null)
    await hire('2026-08-01', '2026-09-01')

    const read = (time: string, officer: string | null = null) =>
      readScorecard({ ...deps, secret }, chamber, { time, officer, today })
    const card = await read('2026-Q4')
    expect(card.period).toEqual({ from: '2026-10-01', to: '2026-11-23' })
    expect(card.total).toMatchObject({
      firms: 2,
      working: 1,
      onboarded: 1,
      contacted: 2,
      replied: 1,
      opportunities: 1,
      // One hire, two of three months: people too few to be told.
      hires: 'few',
      retention: { 3: { kind: 'counts', part: null, of: null } },
    })
    expect([...card.units.keys()].toSorted()).toEqual(['CI-AB', 'CI-VB'])
    expect(card.sections.get('C')).toMatchObject({ firms: 1, replied: 1, hires: 'few' })
    expect(card.sections.get('G')).toMatchObject({ firms: 1, contacted: 1, replied: 0 })
    expect((await read('2026')).total).toMatchObject({ contacted: 2, replied: 2, opportunities: 2 })
    expect((await read('2026-Q4', staff.userId)).total).toMatchObject({ firms: 1, contacted: 2 })
    expect((await read('2026-Q4', newId())).total).toMatchObject({ firms: 0, contacted: 0 })
  })

  test('targets are set once for each thing, marked when late, audited, and belong to a chamber', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI', ['CI-AB'])
    const chamber = await ownChamber(deps.db, staff)
    const entry = { measure: 'onboarded', year: 2026, value: 4 } as const
    await setTarget(deps, staff, { ...entry, year: 2027 })
    await setTarget(deps, staff, entry)
    await setTarget(deps, staff, { ...entry, value: 8 })
    await setTarget(deps, staff, { ...entry, value: 8 })
    await setTarget(deps, staff, { ...entry, admin1: 'CI-AB', sector: 'C' })
    await expect(setTarget(deps, staff, { ...entry, admin1: 'CI-VB' })).rejects.toMatchObject({
      fields: { admin1: 'form.invalid' },
    })
    await expect(setTarget(deps, staff, { ...entry, sector: '04' })).rejects.toMatchObject({
      fields: { sector: 'form.invalid' },
    })
    for (const [sector, stage] of [
      ['25', 'onboarded'],
      ['47', 'active'],
      ['25', 'met'],
    ] as const) {
      await deps.db
        .insertInto('relation')
        .values({
          chamber_id: chamber.id,
          company_id: await company(deps, { sector }),
          stage,
          stage_since: '2026-03-01',
          owner_id: null,
          updated_at: today,
          version: 1,
        })
        .execute()
    }
    const read = async (time: string) =>
      (await readScorecard({ ...deps, secret }, chamber, { time, officer: null, today })).targets
    const targets = await read('2026')
    expect(targets).toHaveLength(2)
    expect(targets.find((one) => one.admin1 === null)).toMatchObject({
      value: 8,
      reached: 2,
      late: true,
      setOn: today,
    })
    const narrow = targets.find((one) => one.admin1 === 'CI-AB')
    expect(narrow).toMatchObject({ sector: 'C', value: 4, reached: 1 })
    expect(await read('2027')).toMatchObject([{ late: false, reached: 0 }])

    const other = await chamberStaff(deps.db, 'CI')
    await expect(removeTarget(deps, other, narrow?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
    await removeTarget(deps, staff, narrow?.id ?? '')
    expect(await read('2026')).toHaveLength(1)
    const acts = await deps.db
      .selectFrom('audit_event')
      .select(['action', 'detail'])
      .orderBy('id')
      .execute()
    expect(acts.map((one) => one.action)).toEqual([
      'target.set',
      'target.set',
      'target.set',
      'target.set',
      'target.removed',
    ])
    expect(JSON.parse(acts[2]?.detail ?? '{}')).toMatchObject({ value: 8, before: 4 })
  })
})
