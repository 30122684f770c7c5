import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { account, chamberStaff, now } from './company-support.ts'

/** The same, so many days later. */
export function later(deps: Deps, days: number): Deps {
  return { ...deps, now: new Date(deps.now.getTime() + days * 86_400_000) }
}

/** Writes down that somebody works for a chamber, as their membership says. */
export async function enrol(db: Db, userId: string, chamberId: string): Promise<void> {
  await db
    .insertInto('membership')
    .values({
      id: newId(),
      user_id: userId,
      org_kind: 'chamber',
      org_id: chamberId,
      role: 'staff',
      created_at: now.toISOString(),
    })
    .execute()
}

/** Somebody else of the same chamber. */
export async function colleagueOf(
  db: Db,
  staff: SignedIn & { chamberId: string },
): Promise<SignedIn & { chamberId: string }> {
  const viewer = await account(db)
  await enrol(db, viewer.userId, staff.chamberId)
  return { ...viewer, memberships: staff.memberships, chamberId: staff.chamberId }
}

/** Staff of a new chamber, written down as its officer: somebody to whom work can be given. */
export async function officer(db: Db, country: string, admin1s: readonly string[] = []) {
  const viewer = await chamberStaff(db, country, admin1s)
  await enrol(db, viewer.userId, viewer.chamberId)
  return viewer
}
