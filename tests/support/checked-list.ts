import type { ParsedCompany, Problem } from '#app/domain/import/import.ts'
import { toInstant, toList } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { type Store, unique } from './fixtures.ts'

/** A list of companies of a chamber that waits to be looked over: one row to mend, one that may be the same, one to go in. */
export async function checkedList({ db }: Store, chamberId: string): Promise<string> {
  const id = newId()
  const name = `Forge ${unique()}`
  const row = (number: number, cells: string[], parsed: Partial<ParsedCompany> = {}) => ({
    import_id: id,
    row_number: number,
    cells: toList(cells),
    parsed: JSON.stringify({
      legalName: cells[0] ?? '',
      tradeName: null,
      identifiers: [],
      sector: null,
      placeId: 'ci-abidjan',
      address: null,
      phone: null,
      email: null,
      website: null,
      headcount: null,
      sizeBand: null,
      foundedYear: null,
      capitalOrigin: null,
      roles: [],
      description: null,
      contact: null,
      ...parsed,
    } satisfies ParsedCompany),
    problems: '[]',
    severity: null,
    twin_id: null,
    twin_row: null,
    twin_reasons: '[]',
    decision: null,
    company_id: null,
    before: null,
  })
  const unknown: Problem = {
    reason: 'placeUnknown',
    severity: 'error',
    field: 'place',
    column: 1,
    value: 'Nulle part',
  }
  const counts = { new: 1, update: 0, duplicate: 1, rejected: 1, skipped: 0, warnings: 0 }
  await db
    .insertInto('company_import')
    .values({
      id,
      chamber_id: chamberId,
      country: 'CI',
      file_name: 'liste.csv',
      status: 'checked',
      sheet: null,
      sheets: '[]',
      file: null,
      headings: toList(['Raison sociale', 'Ville']),
      mapping: toList(['legalName', 'place']),
      row_count: 3,
      done: 3,
      counts: JSON.stringify(counts),
      error: null,
      holder: null,
      holder_at: null,
      created_by: null,
      created_at: toInstant(new Date()),
      applied_at: null,
      undone_at: null,
    })
    .execute()
  await db
    .insertInto('company_import_row')
    .values([
      { ...row(2, [name, 'Abidjan']), outcome: 'new' },
      {
        ...row(3, [`${name} SARL`, 'Abidjan']),
        outcome: 'duplicate',
        twin_row: 2,
        twin_reasons: JSON.stringify([{ kind: 'sameName', name }]),
      },
      {
        ...row(4, [`Scierie ${unique()}`, 'Nulle part'], { placeId: null }),
        outcome: 'rejected',
        severity: 'error',
        problems: JSON.stringify([unknown]),
      },
    ])
    .execute()
  return id
}
