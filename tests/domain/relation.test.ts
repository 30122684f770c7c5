import { describe, expect, test } from 'vitest'
import type { SignedIn } from '#app/domain/access.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { verifyCompany } from '#app/domain/chamber/verify-company.server.ts'
import { lapseVerifications } from '#app/domain/company/lapse-verifications.server.ts'
import { boardAsked } from '#app/domain/relation/board.ts'
import {
  addTask,
  assignTask,
  finishTask,
  postponeTask,
  reopenTask,
} from '#app/domain/relation/change-tasks.server.ts'
import { listBoard } from '#app/domain/relation/list-board.server.ts'
import {
  editContact,
  logContact,
  removeEngagement,
} from '#app/domain/relation/log-contact.server.ts'
import { changeOwner, moveRelation } from '#app/domain/relation/move-relation.server.ts'
import { readDay } from '#app/domain/relation/read-day.server.ts'
import {
  closeCommitment,
  closeIntention,
  recordCommitment,
  recordIntention,
} from '#app/domain/relation/record-promises.server.ts'
import { companyById } from '#db/queries/company.ts'
import { engagementsOf, relationOf } from '#db/queries/relation.ts'
import { dialects } from '../support/database.ts'
import { welder } from '../support/fixtures.ts'
import { account, companyWithOwner, indexed, marketplace, place } from './company-support.ts'
import { colleagueOf, later, officer } from './relation-support.ts'

const call = { kind: 'call', outcome: 'reached' } as const
const all = { limit: 20, offset: 0 }

async function scene(dialect: (typeof dialects)[number]) {
  const deps = await marketplace(dialect)
  const { companyId, owner } = await companyWithOwner(deps)
  const staff = await officer(deps.db, 'CI', ['CI-AB'])
  const strangers: SignedIn[] = [owner, await officer(deps.db, 'CI', ['CI-BS'])]
  return { deps, companyId, owner, staff, strangers }
}

describe.each(dialects)('relations on %s', (dialect) => {
  test('logging a contact moves the relation, gives it an owner, and tells the history', async () => {
    const { deps, companyId, staff, strangers } = await scene(dialect)
    for (const viewer of strangers) {
      await expect(logContact(deps, viewer, companyId, call)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await logContact(deps, staff, companyId, { kind: 'call', outcome: 'no-answer' })
    const at = () => relationOf(deps.db, staff.chamberId, companyId)
    expect(await at()).toMatchObject({ stage: 'prospect', owner_id: staff.userId })
    await logContact(deps, staff, companyId, call)
    expect(await at()).toMatchObject({ stage: 'contacted' })
    const visit = { kind: 'visit', outcome: 'interested', note: 'Atelier vu.' } as const
    await logContact(later(deps, 1), staff, companyId, visit)
    expect(await at()).toMatchObject({ stage: 'met', stage_since: '2026-11-24' })
    const rows = await engagementsOf(deps.db, staff.chamberId, companyId, all)
    expect(rows.map((row) => [row.kind, row.on_day, row.note])).toEqual([
      ['visit', '2026-11-24', 'Atelier vu.'],
      ['call', '2026-11-23', null],
      ['call', '2026-11-23', null],
    ])
    const moves = await deps.db
      .selectFrom('audit_event')
      .select(['actor_id', 'detail'])
      .where('action', '=', 'relation.moved')
      .orderBy('id')
      .execute()
    expect(moves.map((one) => JSON.parse(one.detail))).toEqual([
      { chamberId: staff.chamberId, from: 'prospect', to: 'contacted', by: 'logged' },
      { chamberId: staff.chamberId, from: 'contacted', to: 'met', by: 'logged' },
    ])
    expect(moves.every((one) => one.actor_id === staff.userId)).toBe(true)
    const ahead = logContact(deps, staff, companyId, { ...call, onDay: '2026-11-24' })
    await expect(ahead).rejects.toMatchObject({ fields: { onDay: 'relation.dayAhead' } })
  })

  test('an entry can be mended by its author, for a day', async () => {
    const { deps, companyId, staff } = await scene(dialect)
    const id = await logContact(deps, staff, companyId, call)
    const colleague = await colleagueOf(deps.db, staff)
    const changed = { kind: 'visit', outcome: 'promised', onDay: '2026-11-20' } as const
    await expect(editContact(deps, colleague, companyId, id, changed)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await editContact(deps, staff, companyId, id, changed)
    expect(await engagementsOf(deps.db, staff.chamberId, companyId, all)).toMatchObject([
      { kind: 'visit', outcome: 'promised', on_day: '2026-11-20' },
    ])
    expect(await relationOf(deps.db, staff.chamberId, companyId)).toMatchObject({ stage: 'met' })
    const tooLate = removeEngagement(later(deps, 2), staff, companyId, id)
    await expect(tooLate).rejects.toMatchObject({ code: 'forbidden' })
    await removeEngagement(deps, staff, companyId, id)
    expect(await engagementsOf(deps.db, staff.chamberId, companyId, all)).toEqual([])
    await expect(removeEngagement(deps, staff, companyId, id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('the board counts, narrows and pages; a move names the version it was made from', async () => {
    const { deps, companyId, staff, strangers } = await scene(dialect)
    const other = await companyWithOwner(deps, {
      legalName: 'Boulangerie du Plateau',
      sector: '10',
      identifiers: { ncc: '0607846R' },
    })
    const chamber = await ownChamber(deps.db, staff)
    const board = async (asked: Record<string, unknown> = {}) => {
      const { columns } = await listBoard(
        deps.db,
        deps.reference,
        chamber,
        staff.userId,
        boardAsked.parse(asked),
      )
      return Object.fromEntries(
        columns
          .filter((one) => one.count > 0)
          .map((one) => [one.stage, one.cards.map((card) => card.id)]),
      )
    }
    expect((await board()).prospect?.toSorted()).toEqual([companyId, other.companyId].toSorted())
    const move = { companyId, stage: 'met', version: 0 } as const
    for (const viewer of strangers) {
      await expect(moveRelation(deps, viewer, move)).rejects.toMatchObject({ code: 'not-found' })
    }
    await moveRelation(deps, staff, move)
    await expect(moveRelation(deps, staff, { ...move, stage: 'active' })).rejects.toMatchObject({
      code: 'stale',
    })
    expect(await board()).toEqual({ met: [companyId], prospect: [other.companyId] })
    await changeOwner(deps, staff, companyId, { ownerId: staff.userId, version: 1 })
    expect(await board({ owner: 'me' })).toEqual({ met: [companyId] })
    expect(await board({ owner: 'nobody' })).toEqual({ prospect: [other.companyId] })
    expect(await board({ sector: 'C' })).toEqual({ prospect: [other.companyId] })
    expect(await board({ stage: 'met', page: '9' })).toMatchObject({ met: [companyId] })
    expect(await board({ admin1: 'CI-BS' })).toEqual({})
    const { userId } = await account(deps.db)
    const stranger = changeOwner(deps, staff, companyId, { ownerId: userId, version: 2 })
    await expect(stranger).rejects.toMatchObject({ fields: { ownerId: 'form.invalid' } })
    const task = { title: 'Rappeler', dueOn: '2026-12-01' }
    await addTask(deps, staff, companyId, task)
    const { columns } = await listBoard(
      deps.db,
      deps.reference,
      chamber,
      staff.userId,
      boardAsked.parse({}),
    )
    const card = columns.find((one) => one.stage === 'met')?.cards[0]
    expect(card).toMatchObject({ due: { day: '2026-12-01', what: 'task' }, version: 2 })
  })

  test('a task is set, put off, given away, done and undone; the day shows it in its part', async () => {
    const { deps, companyId, staff, strangers } = await scene(dialect)
    const chamber = await ownChamber(deps.db, staff)
    const colleague = await colleagueOf(deps.db, staff)
    const [, elsewhere] = strangers
    const task = { title: 'Rappeler', dueOn: '2026-11-23' }
    const id = await addTask(deps, staff, companyId, task)
    const own = await addTask(deps, staff, null, { title: 'Rapport', dueOn: '2026-11-28' })
    await expect(
      addTask(deps, staff, companyId, { ...task, dueOn: '2026-11-22' }),
    ).rejects.toMatchObject({ fields: { dueOn: 'relation.dayPast' } })
    if (elsewhere) {
      await expect(finishTask(deps, elsewhere, id)).rejects.toMatchObject({ code: 'not-found' })
    }
    const day = async (viewer: SignedIn | null, days = 0) => {
      const now = later(deps, days).now
      const read = await readDay(deps.db, chamber, viewer?.userId ?? null, now)
      const titles = (list: readonly { what: string; id: string }[]) => list.map((one) => one.id)
      return { late: titles(read.overdue), today: titles(read.onDay), next: titles(read.next) }
    }
    expect(await day(staff)).toEqual({ late: [], today: [id], next: [own] })
    expect(await day(staff, 2)).toEqual({ late: [id], today: [], next: [own] })
    expect(await day(colleague)).toEqual({ late: [], today: [], next: [] })
    await assignTask(deps, staff, id, colleague.userId)
    await postponeTask(deps, colleague, id, '2026-11-24')
    expect(await day(colleague)).toEqual({ late: [], today: [], next: [id] })
    expect(await day(null)).toEqual({ late: [], today: [], next: [id, own] })
    await finishTask(deps, colleague, id)
    await expect(finishTask(deps, staff, id)).rejects.toMatchObject({ code: 'conflict' })
    expect((await readDay(deps.db, chamber, colleague.userId, deps.now)).done).toHaveLength(1)
    await reopenTask(deps, colleague, id)
    expect(await day(colleague)).toEqual({ late: [], today: [], next: [id] })
  })

  test('a promise is due in the day view until it is said what became of it', async () => {
    const { deps, companyId, staff, strangers } = await scene(dialect)
    const chamber = await ownChamber(deps.db, staff)
    const entry = { kind: 'internship', quantity: 6, dueOn: '2026-11-27' } as const
    for (const viewer of strangers) {
      await expect(recordCommitment(deps, viewer, companyId, entry)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    const id = await recordCommitment(deps, staff, companyId, entry)
    expect(await relationOf(deps.db, staff.chamberId, companyId)).toMatchObject({ stage: 'met' })
    const due = async () => (await readDay(deps.db, chamber, staff.userId, deps.now)).next
    expect(await due()).toMatchObject([{ what: 'commitment', id, quantity: 6 }])
    const end = { commitmentId: id, version: 1, status: 'partly' } as const
    await expect(
      closeCommitment(deps, staff, companyId, { ...end, keptQuantity: 6 }),
    ).rejects.toMatchObject({
      fields: { [`keptQuantity-${id}`]: 'relation.commitments.keptWrong' },
    })
    await closeCommitment(deps, staff, companyId, { ...end, keptQuantity: 4 })
    await expect(
      closeCommitment(deps, staff, companyId, { ...end, status: 'kept' }),
    ).rejects.toMatchObject({ code: 'stale' })
    expect(await due()).toEqual([])
    expect(await relationOf(deps.db, staff.chamberId, companyId)).toMatchObject({
      stage: 'active',
    })
  })

  test('expected hires name an occupation, a quarter and a site of the company', async () => {
    const { deps, companyId, staff } = await scene(dialect)
    const entry = {
      kind: 'job',
      occupation: welder,
      quarter: '2027-Q1',
      posts: 4,
      source: 'visit',
    } as const
    const refused = (changes: object) =>
      expect(recordIntention(deps, staff, companyId, { ...entry, ...changes })).rejects
    await refused({ quarter: '2026-Q3' }).toMatchObject({ fields: { quarter: 'form.invalid' } })
    await refused({ occupation: 'http://example.org/x' }).toMatchObject({
      fields: { occupation: 'form.invalid' },
    })
    await refused({ siteId: staff.chamberId }).toMatchObject({ fields: { siteId: 'form.invalid' } })
    const id = await recordIntention(deps, staff, companyId, entry)
    const chamber = await ownChamber(deps.db, staff)
    const late = async (days: number) =>
      (await readDay(deps.db, chamber, staff.userId, later(deps, days).now)).overdue
    expect(await late(120)).toEqual([])
    expect(await late(130)).toMatchObject([{ what: 'intention', id, day: '2027-03-31', posts: 4 }])
    const end = { intentionId: id, version: 1, status: 'hired', outcomePosts: 3 } as const
    await closeIntention(deps, staff, companyId, end)
    await expect(closeIntention(deps, staff, companyId, end)).rejects.toMatchObject({
      code: 'stale',
    })
    const row = await deps.db.selectFrom('intention').selectAll().executeTakeFirst()
    expect(row).toMatchObject({ status: 'hired', outcome_posts: 3, closed_on: '2026-11-23' })
  })

  test('a verification holds for a year, is asked for again, and lapses by itself', async () => {
    const { deps, companyId, staff } = await scene(dialect)
    const chamber = await ownChamber(deps.db, staff)
    const seen = { evidence: 'Atelier visité avec le gérant', version: 1 }
    await expect(
      verifyCompany(deps, staff, companyId, { ...seen, until: '2026-11-23' }),
    ).rejects.toMatchObject({ fields: { until: 'chamber.verify.untilWrong' } })
    await verifyCompany(deps, staff, companyId, seen)
    expect(await companyById(deps.db, companyId)).toMatchObject({ verified_until: '2027-11-23' })
    expect(await relationOf(deps.db, staff.chamberId, companyId)).toMatchObject({
      stage: 'onboarded',
    })
    const asked = async (days: number) =>
      (await readDay(deps.db, chamber, staff.userId, later(deps, days).now)).verifications.length
    expect([await asked(300), await asked(340), await asked(400), await asked(460)]).toEqual([
      0, 1, 1, 0,
    ])
    const lapse = (days: number) => lapseVerifications(deps.db, dialect, later(deps, days).now)
    expect([await lapse(365), await lapse(366), await lapse(367)]).toEqual([0, 1, 0])
    expect(await companyById(deps.db, companyId)).toMatchObject({
      verified_at: null,
      verified_until: '2027-11-23',
      verified_evidence: seen.evidence,
      version: 2,
    })
    expect(await indexed(deps.db, 'company')).toHaveLength(3)
    await verifyCompany(later(deps, 370), staff, companyId, { ...seen, version: 2 })
    expect(await companyById(deps.db, companyId)).toMatchObject({ verified_until: '2028-11-27' })
  })

  test('places are of the chamber’s ground only', async () => {
    const { deps, staff } = await scene(dialect)
    const away = await companyWithOwner(deps, {
      legalName: 'Cacao du Sud',
      place: place(deps, 'CI', 'San-Pédro'),
      identifiers: { ncc: '0607846R' },
    })
    const task = { title: 'Rappeler', dueOn: '2026-11-23' }
    await expect(addTask(deps, staff, away.companyId, task)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
