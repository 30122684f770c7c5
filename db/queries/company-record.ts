import type { ReadDb } from '../open.ts'

/** Further sectors of a company, by code. */
export async function sectorsOf(db: ReadDb, companyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('company_sector')
    .select('sector')
    .where('company_id', '=', companyId)
    .orderBy('sector')
    .execute()
  return rows.map((row) => row.sector)
}

/** People to contact in a company, those who refused last. */
export async function contactsOf(db: ReadDb, companyId: string) {
  return db
    .selectFrom('company_contact')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy((eb) => eb.case().when('consent', '=', 'refused').then(1).else(0).end())
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** The papers of a company without their bytes, the newest first. */
export async function documentsOf(db: ReadDb, companyId: string) {
  return db
    .selectFrom('company_document')
    .select(['id', 'kind', 'title', 'file_name', 'media_type', 'created_at'])
    .where('company_id', '=', companyId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** One paper of a company with its bytes; null when it has none of that id. */
export async function documentById(db: ReadDb, companyId: string, id: string) {
  const row = await db
    .selectFrom('company_document')
    .selectAll()
    .where('id', '=', id)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return row ?? null
}
