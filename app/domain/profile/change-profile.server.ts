import type { Updateable } from 'kysely'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { toInstant, toList } from '#db/codec.ts'
import type { Dialect } from '#db/dialect.ts'
import type { Db } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import type { ProfileTable } from '#db/schema/profile.ts'
import type { Viewer } from '../access.ts'
import { ExpectedError } from '../errors.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { type EditableProfile, editableProfile } from './editable-profile.server.ts'
import { missingToPublish, stepsDone } from './progress.ts'
import { profileFacts } from './read-progress.server.ts'

/** What the use cases of profiles work with. */
export interface ProfileDeps {
  readonly db: Db
  readonly dialect: Dialect
  readonly reference: Reference
  readonly now: Date
}

/** Which profile is changed, by whom, from which version of it. */
export interface Change {
  readonly viewer: Viewer
  /** The viewer's own, or an id. */
  readonly target: string | 'own'
  /** The version that the form was filled in from. */
  readonly version: number
}

type Columns = Omit<Updateable<ProfileTable>, 'id' | 'code' | 'country' | 'version'>

/** How a change ended: `paused` when a visible profile lost something that it must have, and was taken from view. */
export interface Changed {
  readonly profileId: string
  readonly paused: boolean
}

/**
 * Changes a profile in one transaction: checks scope and version, writes the columns that `work`
 * returns (and whatever rows it wrote itself), marks the steps that hold something, and records the
 * change for the index where the profile is visible or was. Throws 'not-found' outside the viewer's
 * scope and 'stale' when somebody else saved since.
 */
export async function changeProfile(
  deps: ProfileDeps,
  change: Change,
  work: (trx: Db, editable: EditableProfile) => Promise<Columns | undefined>,
): Promise<Changed> {
  const { db, dialect, now } = deps
  return db.transaction().execute(async (trx) => {
    const editable = await editableProfile(trx, change.viewer, change.target)
    const { id, status } = editable.profile
    // First of all, so that on PostgreSQL the second of two editors waits here and then sees that it comes late.
    const locked = await trx
      .updateTable('profile')
      .set((eb) => ({ version: eb('version', '+', 1), updated_at: toInstant(now) }))
      .where('id', '=', id)
      .where('version', '=', change.version)
      .executeTakeFirst()
    if (Number(locked.numUpdatedRows) === 0) throw new ExpectedError('stale')

    const columns = await work(trx, editable)
    if (columns && Object.keys(columns).length > 0) {
      await trx.updateTable('profile').set(columns).where('id', '=', id).execute()
    }
    const facts = await profileFacts(trx, id, now)
    const paused = facts.status === 'published' && missingToPublish(facts).length > 0
    await trx
      .updateTable('profile')
      .set({ steps_done: toList(stepsDone(facts)), ...(paused ? { status: 'paused' } : {}) })
      .where('id', '=', id)
      .execute()
    if (paused) await recordProfileEvent(trx, change.viewer, 'profile.paused', id, now)
    if (status === 'published' || facts.status === 'published') {
      await recordIndexChange(trx, dialect, 'profile', [id], now)
    }
    return { profileId: id, paused }
  })
}

/** Records who did what with a profile. `detail` never holds personal data. */
export async function recordProfileEvent(
  trx: Db,
  viewer: Viewer,
  action: Extract<AuditAction, `profile.${string}` | 'identity.saved'>,
  profileId: string,
  now: Date,
): Promise<void> {
  await recordAudit(
    trx,
    { actorId: viewer.userId, action, entityKind: 'profile', entityId: profileId },
    now,
  )
}
