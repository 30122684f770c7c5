import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { importCompanies } from '#app/tasks/import-companies.ts'
import { TaskError } from '#app/tasks/task.ts'
import { chamberStaff } from '../domain/company-support.ts'
import { testDatabase } from '../support/database.ts'

const list = [
  'Dénomination;RCCM;Où;Tel',
  'Forge du Nord;CI-KRG-2015-B-12;Korhogo;07 07 12 34 56',
  'Scierie du Lac;CI-BKE;Bouaké;',
  'Sans lieu;;Nulle part;12',
].join('\n')

async function setting() {
  const open = await testDatabase('sqlite')
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-list-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'liste.csv')
  writeFileSync(file, list)
  const map = join(folder, 'map.json')
  writeFileSync(map, JSON.stringify({ Où: 'place' }))
  const run = async (...args: string[]) => {
    const printed: string[] = []
    await importCompanies.run([file, '--country', 'CI', ...args], {
      open,
      env: {},
      log: () => {},
      print: (line) => printed.push(line),
    })
    return printed
  }
  const json = async (...args: string[]) => JSON.parse((await run('--json', ...args)).join(''))
  const names = async () => {
    const rows = await open.db.selectFrom('company').select('legal_name').execute()
    return rows.map((row) => row.legal_name)
  }
  return { open, folder, file, map, run, json, names }
}

test('a dry run tells what would be, by row and column, and writes nothing', async () => {
  const { open, json, map } = await setting()
  const result = await json('--map', map, '--dry-run')
  expect(result).toMatchObject({ rows: 3, created: 1, updated: 0, duplicates: 0, rejected: 2 })
  expect(
    result.problems.map((one: Record<string, unknown>) => [
      one.row,
      one.column,
      one.value,
      one.reason,
    ]),
  ).toEqual([
    [3, 'RCCM', 'CI-BKE', 'identifierShape'],
    [4, 'Où', 'Nulle part', 'placeUnknown'],
    [4, 'Tel', '12', 'phoneLength'],
  ])
  for (const table of ['company', 'company_import', 'audit_event'] as const) {
    expect(await open.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  }
})

test('a map may name the field first, and an identifier without its prefix', async () => {
  const { json, map } = await setting()
  writeFileSync(map, JSON.stringify({ place: 'Où', rccm: 'RCCM', legalName: 'Dénomination' }))
  expect(await json('--map', map, '--dry-run')).toMatchObject({ created: 1, rejected: 2 })
})

test('without the dry run it writes, for the only chamber; a second time the same list updates', async () => {
  const { open, json, map, names } = await setting()
  const staff = await chamberStaff(open.db, 'CI')
  expect(await json('--map', map)).toMatchObject({ rows: 3, created: 1, updated: 0, rejected: 2 })
  expect(await names()).toEqual(['Forge du Nord'])
  const [company] = await open.db.selectFrom('company').selectAll().execute()
  expect(company).toMatchObject({ chamber_id: staff.chamberId, visibility: 'chamber', version: 1 })
  expect(await json('--map', map)).toMatchObject({ created: 0, updated: 1, rejected: 2 })
  const [same] = await open.db.selectFrom('company').selectAll().execute()
  expect(same?.version).toBe(1)
})

test('several chambers, an unknown field, a file that is no list: each says how to mend it', async () => {
  const { open, run, map, folder } = await setting()
  const first = await chamberStaff(open.db, 'CI')
  await chamberStaff(open.db, 'CI')
  await expect(run('--map', map)).rejects.toThrow(first.chamberId)
  await expect(run('--map', map, '--chamber', 'x')).rejects.toThrow(TaskError)
  await run('--map', map, '--chamber', first.chamberId)
  writeFileSync(map, JSON.stringify({ Où: 'somewhere' }))
  await expect(run('--map', map, '--dry-run')).rejects.toThrow('there is no field somewhere')
  const pdf = join(folder, 'a.csv')
  writeFileSync(pdf, '%PDF-1.4')
  const context = { open, env: {}, log: () => {}, print: () => {} }
  await expect(importCompanies.run([pdf, '--country', 'CI', '--dry-run'], context)).rejects.toThrow(
    'neither CSV nor XLSX',
  )
  await expect(importCompanies.run(['x.csv', '--country', 'XX'], context)).rejects.toThrow(
    '--country',
  )
})
