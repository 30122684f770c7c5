import { describe, expect, test } from 'vitest'
import { findTwins, setApart } from '#app/domain/merge/find-twins.server.ts'
import { mergeCompanies } from '#app/domain/merge/merge-companies.server.ts'
import { historyIds, mergedInto } from '#app/domain/merge/merged-into.server.ts'
import { ownedTables } from '#app/domain/merge/moved-rows.server.ts'
import { undoMerge } from '#app/domain/merge/undo-merge.server.ts'
import { chambersById } from '#db/queries/chamber.ts'
import { companyById } from '#db/queries/company.ts'
import { columnsByTable, contents } from '../support/contents.ts'
import { dialects } from '../support/database.ts'
import { chamberStaff, indexed, marketplace } from './company-support.ts'
import { bareCompany, twins } from './merge-support.ts'

/** What a merge and its undoing add to, and reference data that neither writes. */
const told = ['audit_event', 'index_change', 'company_merge', 'place', 'sector']
const versions = { survivorVersion: 3, mergedVersion: 3 }

describe.each(dialects)('merging companies on %s', (dialect) => {
  test('the survivor takes the picked fields and everything that the other had', async () => {
    const deps = await marketplace(dialect)
    const { db } = deps
    const { staff, people, survivorId, mergedId, third } = await twins(deps)
    await mergeCompanies(
      deps,
      staff,
      { survivorId, mergedId },
      { picks: { tradeName: 'merged', size: 'merged', legalName: 'survivor' }, ...versions },
    )
    expect(await companyById(db, mergedId)).toBeNull()
    expect(await companyById(db, survivorId)).toMatchObject({
      legal_name: 'Scierie du Bandama',
      trade_name: 'Bandama Bois',
      headcount: 12,
      size_band: '10-49',
      version: 4,
    })
    const count = async (table: 'site' | 'opportunity' | 'engagement' | 'company_document') => {
      const rows = await db
        .selectFrom(table)
        .select('id')
        .where('company_id', '=', survivorId)
        .execute()
      return rows.length
    }
    expect([await count('site'), await count('opportunity')]).toEqual([2, 2])
    expect([await count('engagement'), await count('company_document')]).toEqual([2, 2])
    const mains = await db
      .selectFrom('site')
      .select('is_main')
      .where('company_id', '=', survivorId)
      .execute()
    expect(mains.map((site) => site.is_main).sort()).toEqual([0, 1])
    const members = await db
      .selectFrom('membership')
      .select(['user_id', 'role'])
      .where('org_id', '=', survivorId)
      .execute()
    expect(new Map(members.map((one) => [one.user_id, one.role]))).toEqual(
      new Map([
        [people.both.userId, 'owner'],
        [people.own.userId, 'owner'],
      ]),
    )
    const relation = await db
      .selectFrom('relation')
      .selectAll()
      .where('company_id', '=', survivorId)
      .execute()
    expect(relation).toMatchObject([{ stage: 'onboarded', version: 2 }])
    const apart = await db.selectFrom('distinct_companies').selectAll().execute()
    expect(apart.map((one) => [one.company_a, one.company_b].sort())).toEqual([
      [survivorId, third].sort(),
    ])
    const handover = await db.selectFrom('handover').select('company_ids').executeTakeFirstOrThrow()
    expect(JSON.parse(handover.company_ids)).toEqual([survivorId, third])
    for (const [table, columns] of Object.entries(await columnsByTable(db))) {
      if (told.includes(table)) continue
      for (const column of columns.filter((one) => /^(company_id|org_id|twin_id)$/.test(one))) {
        const left = await (db as never as typeof db)
          .selectFrom(table as 'site')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where(column as 'company_id', '=', mergedId)
          .executeTakeFirstOrThrow()
        expect(Number(left.count), `${table}.${column}`).toBe(0)
      }
    }
    expect((await indexed(db, 'company')).slice(-2)).toEqual([survivorId, mergedId])
    const offers = await db.selectFrom('opportunity').select('id').execute()
    const retold = (await indexed(db, 'opportunity')).slice(-2)
    expect(retold.sort()).toEqual(offers.map((one) => one.id).sort())
  })

  test('undone, every row is as it was before', async () => {
    const deps = await marketplace(dialect)
    const { staff, survivorId, mergedId } = await twins(deps)
    const open = { db: deps.db, dialect }
    const before = await contents(open, told)
    const mergeId = await mergeCompanies(
      deps,
      staff,
      { survivorId, mergedId },
      { picks: { tradeName: 'merged', size: 'merged', verification: 'merged' }, ...versions },
    )
    expect(await contents(open, told)).not.toEqual(before)
    expect(await undoMerge(deps, staff, mergeId)).toEqual({ ok: true, companyId: mergedId })
    expect(await contents(open, told)).toEqual(before)
    expect(await mergedInto(deps.db, mergedId)).toBeNull()
    expect(await undoMerge(deps, staff, mergeId)).toEqual({ ok: false, reason: 'undone' })
    // And it can be merged again.
    await mergeCompanies(deps, staff, { survivorId, mergedId }, { picks: {}, ...versions })
  })

  test('what was changed since stays with the survivor', async () => {
    const deps = await marketplace(dialect)
    const { db } = deps
    const { staff, survivorId, mergedId } = await twins(deps)
    const mergeId = await mergeCompanies(
      deps,
      staff,
      { survivorId, mergedId },
      { picks: { tradeName: 'merged', size: 'merged' }, ...versions },
    )
    await db
      .updateTable('company')
      .set({ trade_name: 'Bandama', description: 'Bois débité.', version: 5 })
      .where('id', '=', survivorId)
      .execute()
    await db.deleteFrom('task').execute()
    await db.deleteFrom('auth_user').where('id', '=', staff.userId).execute()
    expect(await undoMerge(deps, staff, mergeId)).toMatchObject({ ok: true })
    expect(await companyById(db, survivorId)).toMatchObject({
      trade_name: 'Bandama',
      description: 'Bois débité.',
      headcount: null,
      version: 6,
    })
    expect(await companyById(db, mergedId)).toMatchObject({
      trade_name: 'Bandama Bois',
      version: 3,
    })
    const offers = await db.selectFrom('opportunity').select('company_id').execute()
    expect(offers.map((one) => one.company_id).sort()).toEqual([survivorId, mergedId].sort())
  })

  test('old addresses lead to the survivor through later merges; an earlier merge waits for the later', async () => {
    const deps = await marketplace(dialect)
    const { staff, survivorId, mergedId, third } = await twins(deps)
    const first = await mergeCompanies(
      deps,
      staff,
      { survivorId, mergedId },
      { picks: {}, ...versions },
    )
    const second = await mergeCompanies(
      deps,
      staff,
      { survivorId: third, mergedId: survivorId },
      { picks: {}, survivorVersion: 3, mergedVersion: 4 },
    )
    expect(await mergedInto(deps.db, mergedId)).toBe(third)
    expect(await mergedInto(deps.db, third)).toBeNull()
    expect(await mergedInto(deps.db, 'no-id')).toBeNull()
    expect(new Set(await historyIds(deps.db, third))).toEqual(
      new Set([third, survivorId, mergedId]),
    )
    expect(await undoMerge(deps, staff, first)).toEqual({ ok: false, reason: 'survivorMerged' })
    expect(await undoMerge(deps, staff, second)).toMatchObject({ ok: true })
    expect(await undoMerge(deps, staff, first)).toMatchObject({ ok: true })
  })

  test('both must be on the ground of who merges, and be as they were seen', async () => {
    const deps = await marketplace(dialect)
    const { staff, survivorId, mergedId } = await twins(deps)
    const pair = { survivorId, mergedId }
    const input = { picks: {}, ...versions }
    for (const stranger of [
      await chamberStaff(deps.db, 'TN'),
      await chamberStaff(deps.db, 'CI', ['CI-AB']),
    ]) {
      await expect(mergeCompanies(deps, stranger, pair, input)).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(setApart(deps, stranger, survivorId, mergedId)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await expect(
      mergeCompanies(deps, staff, pair, { ...input, mergedVersion: 2 }),
    ).rejects.toMatchObject({ code: 'stale' })
    await expect(
      mergeCompanies(deps, staff, { survivorId, mergedId: survivorId }, input),
    ).rejects.toMatchObject({ code: 'conflict' })
    const mergeId = await mergeCompanies(deps, staff, pair, input)
    const stranger = await chamberStaff(deps.db, 'TN')
    await expect(undoMerge(deps, stranger, mergeId)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('likely twins are found with reasons, and not again once somebody said they are two', async () => {
    const deps = await marketplace(dialect)
    const { staff, survivorId, mergedId } = await twins(deps)
    await bareCompany(deps, 'Hôtel du Lac', {})
    const [ground] = await chambersById(deps.db, [staff.chamberId])
    if (!ground) throw new Error('no chamber')
    const found = await findTwins(deps.db, ground)
    if (found.state !== 'ready') throw new Error('not ready')
    expect(found.pairs.map(({ a, b }) => [a, b].sort())).toEqual([[survivorId, mergedId].sort()])
    expect(found.pairs[0]?.reasons.map((one) => one.kind)).toContain('samePhone')
    await setApart(deps, staff, mergedId, survivorId)
    await setApart(deps, staff, survivorId, mergedId)
    expect(await findTwins(deps.db, ground)).toEqual({ state: 'ready', pairs: [] })
  })

  test('no table that belongs to companies is forgotten', async () => {
    const deps = await marketplace(dialect)
    const known = new Set([...ownedTables.map((one) => `${one.table}.${one.owner}`)])
    // Rows of these are handled one by one, or are the trail that stays.
    const apart = ['company_import_row.twin_row', 'handover.company_ids']
    const tables = Object.entries(await columnsByTable(deps.db))
    const found = tables.flatMap(([table, columns]) =>
      columns
        .filter((column) => /^(company_id|org_id|twin_id)$/.test(column))
        .map((column) => `${table}.${column}`),
    )
    expect(found.filter((one) => !known.has(one) && !apart.includes(one))).toEqual([])
  })
})
