import { describe, expect, test } from 'vitest'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { selectionAsked } from '#app/domain/relation/board.ts'
import { attendanceEntry, campaignEntry } from '#app/domain/relation/campaign.ts'
import { addTask, finishTask } from '#app/domain/relation/change-tasks.server.ts'
import {
  handOver,
  handoversOf,
  portfolioOf,
  undoHandOver,
} from '#app/domain/relation/hand-over.server.ts'
import { logContact } from '#app/domain/relation/log-contact.server.ts'
import {
  closeCampaign,
  inviteSelection,
  makeCampaign,
  recordAttendance,
} from '#app/domain/relation/run-campaign.server.ts'
import { countAttendance } from '#db/queries/campaign.ts'
import { actsOnCompany, engagementsOf, relationOf } from '#db/queries/relation.ts'
import { dialects } from '../support/database.ts'
import { companyWithOwner, marketplace } from './company-support.ts'
import { colleagueOf, later, officer } from './relation-support.ts'

const all = { limit: 20, offset: 0 }

async function scene(dialect: (typeof dialects)[number]) {
  const deps = await marketplace(dialect)
  const first = await companyWithOwner(deps, { sector: '25' })
  const second = await companyWithOwner(deps, {
    legalName: 'Boulangerie du Plateau',
    sector: '10',
    identifiers: { ncc: '0607846R' },
  })
  const staff = await officer(deps.db, 'CI', ['CI-AB'])
  const elsewhere = await officer(deps.db, 'CI', ['CI-BS'])
  return { deps, ids: [first.companyId, second.companyId] as const, staff, elsewhere }
}

describe.each(dialects)('campaigns on %s', (dialect) => {
  test('a selection is invited once; who came has a contact logged, who did not has none', async () => {
    const { deps, ids, staff, elsewhere } = await scene(dialect)
    const forum = campaignEntry.parse({
      kind: 'event',
      title: 'Forum du bâtiment',
      onDay: '2026-11-20',
    })
    const id = await makeCampaign(deps, staff, forum)
    const invite = (selection: object, viewer = staff) =>
      inviteSelection(deps, viewer, id, selectionAsked.parse(selection))
    await expect(invite({}, elsewhere)).rejects.toMatchObject({ code: 'not-found' })
    expect(await invite({ sector: '25' })).toBe(1)
    expect(await invite({ stage: 'active' })).toBe(0)
    expect(await invite({})).toBe(1)
    expect(await invite({})).toBe(0)
    expect(await countAttendance(deps.db, id)).toEqual({ invited: 2 })

    const [came, absent] = ids
    const attend = (status: string, outcome?: string, viewer = staff) =>
      recordAttendance(
        deps,
        viewer,
        id,
        attendanceEntry.parse({
          status: { [came]: status, [absent]: 'absent' },
          ...(outcome && { outcome: { [came]: outcome } }),
        }),
      )
    await expect(attend('attended', 'interested', elsewhere)).rejects.toMatchObject({
      code: 'not-found',
    })
    await attend('attended', 'interested')
    expect(await countAttendance(deps.db, id)).toEqual({ attended: 1, absent: 1 })
    const logged = () => engagementsOf(deps.db, staff.chamberId, came, all)
    expect(await logged()).toMatchObject([
      { kind: 'event', outcome: 'interested', on_day: '2026-11-20', campaign_id: id },
    ])
    expect(await relationOf(deps.db, staff.chamberId, came)).toMatchObject({
      stage: 'met',
      owner_id: null,
    })
    await attend('attended', 'promised')
    expect(await logged()).toMatchObject([{ outcome: 'promised' }])
    await attend('declined')
    expect(await logged()).toEqual([])
    const stranger = recordAttendance(
      deps,
      staff,
      id,
      attendanceEntry.parse({ status: { [id]: 'attended' } }),
    )
    await expect(stranger).rejects.toMatchObject({ code: 'invalid' })
    await closeCampaign(deps, staff, id, true)
    await expect(invite({})).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe.each(dialects)('a hand-over on %s', (dialect) => {
  test('gives companies and open tasks to a colleague, and can be taken back', async () => {
    const { deps, ids, staff, elsewhere } = await scene(dialect)
    const [companyId, other] = ids
    const colleague = await colleagueOf(deps.db, staff)
    const chamber = await ownChamber(deps.db, staff)
    await logContact(deps, staff, companyId, { kind: 'call', outcome: 'reached' })
    await logContact(deps, colleague, other, { kind: 'call', outcome: 'reached' })
    const task = { title: 'Rappeler', dueOn: '2026-12-01' }
    const open = await addTask(deps, staff, companyId, task)
    const done = await addTask(deps, staff, companyId, task)
    await finishTask(deps, staff, done)
    const give = { fromId: staff.userId, toId: colleague.userId }
    await expect(handOver(deps, staff, { ...give, toId: give.fromId })).rejects.toMatchObject({
      fields: { toId: 'relation.handover.samePerson' },
    })
    await expect(handOver(deps, staff, { ...give, toId: elsewhere.userId })).rejects.toMatchObject({
      fields: { toId: 'form.invalid' },
    })
    const id = await handOver(deps, staff, give)
    expect(await portfolioOf(deps.db, chamber.id, staff.userId)).toEqual({
      companyIds: [],
      taskIds: [],
    })
    expect(await portfolioOf(deps.db, chamber.id, colleague.userId)).toEqual({
      companyIds: [companyId, other].toSorted(),
      taskIds: [open],
    })
    const owners = async () => {
      const acts = await actsOnCompany(deps.db, [companyId], all)
      const changes = acts.filter((act) => act.action === 'relation.owner-changed')
      return changes.map((act): unknown => JSON.parse(act.detail))
    }
    const change = { chamberId: chamber.id, ownerId: colleague.userId, by: 'handover' }
    expect(await owners(), 'the history of the company says so').toEqual([change])
    await expect(handOver(deps, staff, give)).rejects.toMatchObject({
      fields: { fromId: 'relation.handover.nothing' },
    })
    await expect(undoHandOver(deps, elsewhere, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(undoHandOver(later(deps, 31), staff, id)).rejects.toMatchObject({ code: 'gone' })
    await undoHandOver(deps, staff, id)
    expect(await portfolioOf(deps.db, chamber.id, staff.userId)).toEqual({
      companyIds: [companyId],
      taskIds: [open],
    })
    expect(await owners()).toHaveLength(2)
    expect(await handoversOf(deps.db, chamber.id, deps.now)).toMatchObject([
      { companies: 1, tasks: 1, undone: true, undoable: false },
    ])
    await expect(undoHandOver(deps, staff, id)).rejects.toMatchObject({ code: 'gone' })
  })
})
