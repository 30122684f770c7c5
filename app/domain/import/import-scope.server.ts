import type { Viewer } from '#app/domain/access.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { isRecordId } from '#app/domain/company/company.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { ReadDb } from '#db/open.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { type CompanyImport, importById } from '#db/queries/company-import.ts'

/** An import of the viewer's own chamber. Throws `ExpectedError('not-found')` for every other. */
export async function ownImport(
  db: ReadDb,
  viewer: Viewer,
  importId: string,
): Promise<{ chamber: ChamberGround; one: CompanyImport }> {
  const chamber = await ownChamber(db, viewer)
  const one = isRecordId(importId) ? await importById(db, importId) : null
  if (!one || one.chamber_id !== chamber.id) throw new ExpectedError('not-found')
  return { chamber, one }
}
