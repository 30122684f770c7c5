import { fromList } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { programmeProfiles, programmesByIds } from '#db/queries/profile-programme.ts'
import { orgIds, type Viewer } from '../access.ts'
import { type ProfileStatus, type Step, steps } from '../profile/profile.ts'
import { type ProfileListQuery, pageSize } from './profile-list.ts'

/** A profile in a counsellor's list. */
export interface ListedProfile {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly status: ProfileStatus
  readonly confirmed: boolean
  readonly missing: readonly Step[]
  /** The hire in progress: since which day, and the opportunity's title. */
  readonly placement: { readonly startedOn: string; readonly title: string } | null
  readonly updatedAt: string
}

/** The programmes that the viewer counsels for. */
export function ownProgrammes(db: ReadDb, viewer: Viewer) {
  return programmesByIds(db, orgIds(viewer, 'programme'))
}

/** A page of the profiles of the viewer's programmes, the last changed first, and how many there are. */
export async function listProfiles(
  db: ReadDb,
  viewer: Viewer,
  query: ProfileListQuery,
): Promise<{ profiles: ListedProfile[]; total: number }> {
  const programmeIds = orgIds(viewer, 'programme')
  const { rows, total } = await programmeProfiles(db, programmeIds, {
    ...query,
    status: query.status,
    missing: query.missing,
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  })
  return {
    total,
    profiles: rows.map((row) => {
      const done = new Set(fromList(row.steps_done))
      return {
        id: row.id,
        code: row.code,
        name: [row.given_name, row.family_name].filter(Boolean).join(' '),
        status: row.status,
        confirmed: row.confirmed_at !== null,
        missing: steps.filter((step) => !done.has(step)),
        placement: row.placement,
        updatedAt: row.updated_at,
      }
    }),
  }
}
