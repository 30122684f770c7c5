import { mergedInto } from '#app/domain/merge/merged-into.server.ts'
import type { ReadDb } from '#db/open.ts'

/**
 * Where an address of a company leads that was merged into another: the same address with the
 * survivor's id. Null where the company was not merged, and for pages about two companies.
 */
export async function movedAddress(
  db: ReadDb,
  params: Readonly<Record<string, string | undefined>> | undefined,
  url: URL,
): Promise<string | null> {
  const id = params?.companyId
  if (!id || params?.otherId) return null
  const survivor = await mergedInto(db, id)
  if (!survivor) return null
  const path = url.pathname.split('/').map((part) => (part === id ? survivor : part))
  return path.join('/') + url.search
}
