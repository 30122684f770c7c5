import { describe, expect, test } from 'vitest'
import { askToApply, askToUndo, discardImport } from '#app/domain/import/decide-import.server.ts'
import { forgetImports } from '#app/domain/import/forget-imports.server.ts'
import { decideRow, mendCell, undecideRow } from '#app/domain/import/mend-row.server.ts'
import { planUndo } from '#app/domain/import/plan-undo.server.ts'
import { leftOutRows, toCsv, toXlsx } from '#app/domain/import/rejected-file.server.ts'
import { workOnImports } from '#app/domain/import/run-imports.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { fromList } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { companyById, identifiersOf, sitesOf } from '#db/queries/company.ts'
import { indexedCompanies } from '#db/queries/indexed-companies.ts'
import { dialects } from '../support/database.ts'
import { chamberStaff, companyWithOwner, indexed, marketplace } from './company-support.ts'
import { checkedList, countsOf, importOf, rowsOf, settle } from './import-support.ts'

const heading = 'Raison sociale;RCCM;Ville;Téléphone;E-mail;Secteur;Effectif;Personne à contacter'
const pont =
  'Ateliers du Pont SARL;CI-ABJ-2017-B-12345;Yopougon;07 07 12 34 56;info@pont.ci;Soudure;25;Awa Koné'
const lac = 'Savonnerie du Lac;CI-BKE-2018-B-777;Bouaké;;;Savonnerie;10 à 49;'

const companies = (deps: Awaited<ReturnType<typeof marketplace>>) =>
  deps.db.selectFrom('company').selectAll().orderBy('legal_name').execute()

describe.each(dialects)('lists of companies on %s', { timeout: 60_000 }, (dialect) => {
  test('a list is read, checked, applied as a whole and taken back as a whole', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const id = await checkedList(deps, staff, [heading, pont, lac, ';;;;;;;', 'Sans ville;;;;;;;'])
    expect(await countsOf(deps, id)).toMatchObject({ new: 2, rejected: 1, duplicate: 0 })
    expect((await rowsOf(deps, id)).get(5)?.reasons).toEqual(['placeMissing'])
    expect(await companies(deps)).toEqual([])

    await askToApply(deps, staff, id)
    await settle(deps)
    expect(await importOf(deps, id)).toMatchObject({ status: 'applied', error: null, holder: null })
    const [made, other] = await companies(deps)
    expect(made).toMatchObject({
      legal_name: 'Ateliers du Pont SARL',
      chamber_id: staff.chamberId,
      visibility: 'chamber',
      phone: '+2250707123456',
      email: 'info@pont.ci',
      sector: '25',
      headcount: 25,
      size_band: '10-49',
      version: 1,
    })
    const companyId = made?.id ?? ''
    expect(await identifiersOf(deps.db, companyId)).toEqual([
      { scheme: 'rccm', value: 'CI-ABJ-2017-B-12345' },
    ])
    expect(await sitesOf(deps.db, companyId)).toMatchObject([
      { place_id: 'ci-yopougon', is_main: 1 },
    ])
    const contacts = await deps.db.selectFrom('company_contact').selectAll().execute()
    expect(contacts).toMatchObject([
      { company_id: companyId, name: 'Awa Koné', consent: 'unknown' },
    ])
    const relations = await deps.db.selectFrom('relation').selectAll().execute()
    expect(relations.map((one) => one.stage)).toEqual(['prospect', 'prospect'])
    expect((await indexed(deps.db, 'company')).sort()).toEqual([companyId, other?.id].sort())
    // Known to its chamber only: nothing of it stands in what the public finds.
    expect(await indexedCompanies(deps.db, [companyId])).toEqual([])

    const plan = await planUndo(deps.db, id)
    expect(plan).toMatchObject({ removed: 2, restored: 0, kept: 0 })
    await askToUndo(deps, staff, id)
    await settle(deps)
    expect(await importOf(deps, id)).toMatchObject({ status: 'undone' })
    expect(await companies(deps)).toEqual([])
    const acts = await deps.db.selectFrom('audit_event').select('action').orderBy('id').execute()
    expect(acts.map((one) => one.action)).toEqual([
      'import.uploaded',
      'import.apply-asked',
      'import.applied',
      'import.undo-asked',
      'import.undone',
    ])
  })

  test('a cell is mended, a likely twin is decided, a row is left out and taken in again', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const id = await checkedList(deps, staff, [
      heading,
      pont,
      'ATELIERS DU PONT;;Yopougon;07 07 12 34 56;;Soudure;;',
      'Savonnerie du Lac;CI-BKE;Bouaké;;;;;',
      'Autre nom;CI-ABJ-2017-B-12345;Man;;;;;',
    ])
    expect(await countsOf(deps, id)).toMatchObject({ new: 1, duplicate: 2, rejected: 1 })
    const rows = await rowsOf(deps, id)
    expect(rows.get(3)).toMatchObject({ outcome: 'duplicate', twin_row: 2 })
    expect(rows.get(5)).toMatchObject({
      outcome: 'duplicate',
      twin_row: 2,
      reasons: ['identifierRepeated'],
    })

    await mendCell(deps, staff, id, { row: 4, column: 1, value: 'CI-BKE-2018-B-777' })
    expect((await rowsOf(deps, id)).get(4)).toMatchObject({ outcome: 'new', reasons: [] })
    // The number of another row is no way out, from the front or from behind.
    await mendCell(deps, staff, id, { row: 2, column: 1, value: 'CI-BKE-2018-B-777' })
    expect((await rowsOf(deps, id)).get(2)).toMatchObject({ outcome: 'duplicate', twin_row: 4 })
    await mendCell(deps, staff, id, { row: 2, column: 1, value: 'CI-ABJ-2017-B-99' })

    await expect(decideRow(deps, staff, id, { row: 3, decision: 'update' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await decideRow(deps, staff, id, { row: 3, decision: 'new' })
    await decideRow(deps, staff, id, { row: 4, decision: 'skip' })
    expect(await countsOf(deps, id)).toMatchObject({ skipped: 1 })
    await undecideRow(deps, staff, id, 4)
    expect(await countsOf(deps, id)).toMatchObject({ skipped: 0, rejected: 0 })
  })

  test('a company with the number is updated and gets back what it had; what people own is only completed', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const { companyId } = await companyWithOwner(deps, {
      legalName: 'Ateliers du Pont SARL',
      sizeBand: '2-9',
      identifiers: { rccm: 'CI-ABJ-2017-B-12345' },
    })
    const free = newId()
    await deps.db
      .insertInto('company')
      .values({
        id: free,
        country: 'CI',
        legal_name: 'Savonnerie du Lac',
        trade_name: null,
        sector: null,
        size_band: '2-9',
        description: null,
        website: null,
        chamber_id: staff.chamberId,
        verified_at: null,
        verified_by: null,
        verified_evidence: null,
        created_by: null,
        created_at: deps.now.toISOString(),
        updated_at: deps.now.toISOString(),
        version: 1,
        phone: '+2250101010101',
      })
      .execute()
    await deps.db
      .insertInto('company_identifier')
      .values({ country: 'CI', scheme: 'rccm', value: 'CI-BKE-2018-B-777', company_id: free })
      .execute()
    const id = await checkedList(deps, staff, [
      heading,
      pont,
      'Savonnerie du Lac;CI-BKE-2018-B-777;Bouaké;05 05 12 34 56;;Savonnerie;10 à 49;',
    ])
    expect(await countsOf(deps, id)).toMatchObject({ new: 0, update: 2 })
    await askToApply(deps, staff, id)
    await settle(deps)
    // The owner's word on the size stays; what was missing is there.
    expect(await companyById(deps.db, companyId)).toMatchObject({
      size_band: '2-9',
      phone: '+2250707123456',
      version: 2,
      visibility: 'public',
    })
    expect(await companyById(deps.db, free)).toMatchObject({
      size_band: '10-49',
      phone: '+2250505123456',
      version: 2,
    })
    // Somebody changes one of the values afterwards.
    await deps.db
      .updateTable('company')
      .set({ phone: '+2250700000000', version: 3 })
      .where('id', '=', free)
      .execute()
    const plan = await planUndo(deps.db, id)
    expect(plan.rows.map((row) => row.state)).toEqual(['whole', 'partly'])
    await askToUndo(deps, staff, id)
    await settle(deps)
    expect(await companyById(deps.db, companyId)).toMatchObject({
      phone: null,
      email: null,
      size_band: '2-9',
    })
    expect(await companyById(deps.db, free)).toMatchObject({
      phone: '+2250700000000',
      size_band: '2-9',
    })
    expect(await sitesOf(deps.db, free)).toEqual([])
  })

  test('what has been built upon stays when the list is taken back', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const id = await checkedList(deps, staff, [heading, pont, lac])
    await askToApply(deps, staff, id)
    await settle(deps)
    const [made] = await companies(deps)
    await deps.db
      .insertInto('engagement')
      .values({
        id: newId(),
        chamber_id: staff.chamberId,
        company_id: made?.id ?? '',
        kind: 'call',
        on_day: '2026-11-23',
        outcome: 'reached',
        note: null,
        campaign_id: null,
        author_id: staff.userId,
        created_at: deps.now.toISOString(),
      })
      .execute()
    const plan = await planUndo(deps.db, id)
    expect(plan).toMatchObject({ removed: 1, kept: 1 })
    expect(plan.rows.find((row) => row.state === 'kept')).toMatchObject({
      name: 'Ateliers du Pont SARL',
      reasons: ['engagement'],
    })
    await askToUndo(deps, staff, id)
    await settle(deps)
    expect((await companies(deps)).map((one) => one.legal_name)).toEqual(['Ateliers du Pont SARL'])
    await expect(askToUndo(deps, staff, id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('after thirty days nothing is taken back', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const id = await checkedList(deps, staff, [heading, lac])
    await askToApply(deps, staff, id)
    await settle(deps)
    const late = { ...deps, now: new Date(deps.now.getTime() + 31 * 86_400_000) }
    await expect(askToUndo(late, staff, id)).rejects.toMatchObject({ code: 'conflict' })
    // Its rows name people: they are kept no longer than they are needed.
    await forgetImports(deps.db, deps.now)
    expect((await rowsOf(deps, id)).size).toBe(1)
    const draft = await checkedList(deps, staff, [heading, pont])
    await forgetImports(deps.db, late.now)
    expect((await rowsOf(deps, id)).size).toBe(0)
    expect((await rowsOf(deps, draft)).size).toBe(1)
    await forgetImports(deps.db, new Date(deps.now.getTime() + 91 * 86_400_000))
    await expect(importOf(deps, draft)).rejects.toThrow('no such import')
    expect(await importOf(deps, id)).toMatchObject({ status: 'applied' })
  })

  test('a company outside the ground is neither changed nor named; other chambers see nothing', async () => {
    const deps = await marketplace(dialect)
    const { companyId } = await companyWithOwner(deps, {
      identifiers: { rccm: 'CI-ABJ-2017-B-12345' },
    })
    const north = await chamberStaff(deps.db, 'CI', ['CI-SV'])
    const id = await checkedList(deps, north, [heading, pont])
    const row = (await rowsOf(deps, id)).get(2)
    expect(row).toMatchObject({
      outcome: 'rejected',
      twin_id: null,
      reasons: ['identifierElsewhere'],
    })
    expect(JSON.stringify(row)).not.toContain(companyId)
    await expect(askToApply(deps, north, id)).rejects.toMatchObject({ code: 'conflict' })
    const others = await chamberStaff(deps.db, 'CI')
    for (const act of [
      () => askToApply(deps, others, id),
      () => discardImport(deps, others, id),
      () => mendCell(deps, others, id, { row: 2, column: 0, value: 'x' }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('a number that is registered meanwhile stops everything, and the list is checked anew', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const id = await checkedList(deps, staff, [heading, pont, lac])
    await companyWithOwner(deps, { identifiers: { rccm: 'CI-ABJ-2017-B-12345' } })
    await askToApply(deps, staff, id)
    await settle(deps)
    expect(await importOf(deps, id)).toMatchObject({ status: 'checked', error: 'changed' })
    expect(await countsOf(deps, id)).toMatchObject({ new: 1, update: 1 })
    expect(await companies(deps)).toHaveLength(1)
  })

  test('work whose process died is said: nothing was written, or the check begins again', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const id = await checkedList(deps, staff, [heading, lac])
    const stores = { open: deps, reference: deps.reference, now: () => deps.now }
    const dead = { holder: 'another-machine 12', holder_at: '2026-11-23T08:00:00.000Z' }
    const leave = (status: 'checking' | 'applying') =>
      deps.db
        .updateTable('company_import')
        .set({ status, ...dead })
        .where('id', '=', id)
        .execute()
    await leave('applying')
    await workOnImports(stores)
    expect(await importOf(deps, id)).toMatchObject({
      status: 'checked',
      error: 'stopped',
      holder: null,
    })
    expect(await companies(deps)).toEqual([])
    await leave('checking')
    await settle(deps)
    expect(await importOf(deps, id)).toMatchObject({ status: 'checked' })
  })

  test('rows that stay out come as a file that reads again as the first did', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const bad = '=cmd|x;CI-ABJ-2017-B-12;Nulle part;+225 07 07 12 34 56;;;;'
    const id = await checkedList(deps, staff, [heading, bad, lac])
    const words = { heading: 'Problème', reasonsOf: () => 'Le nom est une formule.' }
    const table = await leftOutRows(deps.db, await importOf(deps, id), words)
    const csv = toCsv(table)
    expect(csv).toContain("'=cmd|x;CI-ABJ-2017-B-12;Nulle part;'+225 07 07 12 34 56")
    for (const bytes of [Buffer.from(csv), await toXlsx(table, 'Entreprises')]) {
      const again = await startImport(deps, staff, { name: 'lignes.csv', bytes })
      const one = await importOf(deps, again)
      expect(fromList(one.mapping)).toEqual([...fromList((await importOf(deps, id)).mapping), ''])
    }
    const text = csv.replace("'=cmd|x", 'Forge du Nord').replace('Nulle part', 'Korhogo')
    const mended = await checkedList(
      deps,
      staff,
      text
        .replace(/^\uFEFF/, '')
        .split('\r\n')
        .slice(0, 2),
    )
    expect((await rowsOf(deps, mended)).get(2)).toMatchObject({ outcome: 'new', reasons: [] })
  })
})
