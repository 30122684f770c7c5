import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { askToApply } from '#app/domain/import/decide-import.server.ts'
import { mapColumns } from '#app/domain/import/map-columns.server.ts'
import { mendCell } from '#app/domain/import/mend-row.server.ts'
import { chooseSheet, startImport } from '#app/domain/import/start-import.server.ts'
import { fromList } from '#db/codec.ts'
import { dialects } from '../support/database.ts'
import { chamberStaff, marketplace } from './company-support.ts'
import { checkedList, importOf, rowsOf, settle } from './import-support.ts'

describe.each(dialects)('workbooks and long lists on %s', { timeout: 60_000 }, (dialect) => {
  test('another sheet of the workbook can be read instead', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const sheet = (name: string, rows: string[][]) => ({ sheet: name, data: rows })
    const bytes = await writeWorkbook([
      sheet('Notes', [['Bonjour'], ['à tous']]),
      sheet('Liste', [
        ['Raison sociale', 'Ville'],
        ['Forge du Nord', 'Korhogo'],
      ]),
    ]).toBuffer()
    const id = await startImport(deps, staff, { name: 'a.xlsx', bytes })
    expect(await importOf(deps, id)).toMatchObject({ sheet: 'Notes', row_count: 1 })
    await chooseSheet(deps, staff, id, 'Liste')
    const one = await importOf(deps, id)
    expect(one).toMatchObject({ sheet: 'Liste', row_count: 1 })
    expect(fromList(one.mapping)).toEqual(['legalName', 'place'])
  })

  test('a cell whose formula nobody has computed is a fault of its row, not an empty cell', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const bytes = await writeWorkbook([
      {
        sheet: 'Liste',
        data: [
          ['Raison sociale', 'Ville', 'Téléphone'],
          ['Forge du Nord', 'Korhogo', { value: '=CONCATENATE("07";A1)', type: 'Formula' }],
          ['Quai du Sud', 'San-Pédro', null],
        ],
      },
    ]).toBuffer()
    const id = await startImport(deps, staff, { name: 'a.xlsx', bytes })
    await mapColumns(deps, staff, id, ['legalName', 'place', 'phone'])
    await settle(deps)
    const rows = await rowsOf(deps, id)
    expect(rows.get(2)).toMatchObject({ outcome: 'rejected', reasons: ['formula'] })
    expect(JSON.parse(rows.get(2)?.problems ?? '[]')).toMatchObject([
      { field: 'phone', value: '=CONCATENATE("07";A1)' },
    ])
    expect(rows.get(3)).toMatchObject({ outcome: 'new', reasons: [] })
    await mendCell(deps, staff, id, { row: 2, column: 2, value: '07 07 12 34 56' })
    expect((await rowsOf(deps, id)).get(2)).toMatchObject({ outcome: 'new' })
  })

  test('the database counts its rows anew when many were written', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const many = Array.from({ length: 120 }, (_, at) => `Forge Kanté ${at} Bora${at};Man`)
    const id = await checkedList(deps, staff, ['Raison sociale;Ville', ...many])
    await askToApply(deps, staff, id)
    await settle(deps)
    expect(await importOf(deps, id)).toMatchObject({ status: 'applied' })
    if (dialect === 'sqlite') return
    const { rows } = await sql<{ rows: number }>`select reltuples::integer as rows from pg_class
      where oid = 'company'::regclass`.execute(deps.db)
    expect(rows).toEqual([{ rows: 120 }])
    const { rows: settings } = await sql`show jit`.execute(deps.db)
    expect(settings).toEqual([{ jit: 'off' }])
  })
})
