import { isMember, orgIds, type Viewer } from '#app/domain/access.ts'
import { looksAfter } from '#app/domain/chamber/chamber.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { ReadDb } from '#db/open.ts'
import { type ChamberGround, chambersById } from '#db/queries/chamber.ts'
import { admin1sOfCompany, companyById } from '#db/queries/company.ts'
import { isRecordId } from './company.ts'

/** As what somebody handles a company. */
export type Standing = 'owner' | 'recruiter' | 'chamber'

export type CompanyRow = NonNullable<Awaited<ReturnType<typeof companyById>>>

/**
 * A company whose opportunities the viewer may edit: one they belong to, or one that their chamber
 * looks after. Throws `ExpectedError('not-found')` for every other company.
 */
export async function editableCompany(
  db: ReadDb,
  viewer: Viewer,
  companyId: string,
): Promise<{ company: CompanyRow; as: Standing }> {
  const company = isRecordId(companyId) ? await companyById(db, companyId) : null
  if (!company) throw new ExpectedError('not-found')
  if (isMember(viewer, 'company', companyId, ['owner'])) return { company, as: 'owner' }
  if (await chamberLookingAfter(db, viewer, company)) return { company, as: 'chamber' }
  if (isMember(viewer, 'company', companyId)) return { company, as: 'recruiter' }
  throw new ExpectedError('not-found')
}

/**
 * A company whose own data the viewer may change: as its owner or as its chamber. Throws
 * `ExpectedError('not-found')` for a company of others, `forbidden` for a recruiter of this one.
 */
export async function managedCompany(
  db: ReadDb,
  viewer: Viewer,
  companyId: string,
): Promise<{ company: CompanyRow; as: 'owner' | 'chamber' }> {
  const { company, as } = await editableCompany(db, viewer, companyId)
  if (as === 'recruiter') throw new ExpectedError('forbidden')
  return { company, as }
}

/** A company that one of the viewer's chambers looks after. Throws `ExpectedError('not-found')` for every other. */
export async function chamberCompany(
  db: ReadDb,
  viewer: Viewer,
  companyId: string,
): Promise<{ company: CompanyRow; chamber: ChamberGround }> {
  const company = isRecordId(companyId) ? await companyById(db, companyId) : null
  const chamber = company && (await chamberLookingAfter(db, viewer, company))
  if (!company || !chamber) throw new ExpectedError('not-found')
  return { company, chamber }
}

async function chamberLookingAfter(
  db: ReadDb,
  viewer: Viewer,
  company: CompanyRow,
): Promise<ChamberGround | null> {
  const ids = orgIds(viewer, 'chamber')
  if (ids.length === 0) return null
  const [chambers, admin1s] = await Promise.all([
    chambersById(db, ids),
    admin1sOfCompany(db, company.id),
  ])
  const ground = { country: company.country, chamberId: company.chamber_id, admin1s }
  return chambers.find((chamber) => looksAfter(chamber, ground)) ?? null
}
