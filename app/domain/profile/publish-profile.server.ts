import { toInstant } from '#db/codec.ts'
import { ExpectedError } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
  recordProfileEvent,
} from './change-profile.server.ts'
import type { ProfileStatus } from './profile.ts'
import { missingToPublish } from './progress.ts'
import { profileFacts } from './read-progress.server.ts'

/** What one may do with the visibility of a profile, from which state to which. */
const moves = {
  publish: { from: 'draft', to: 'published', action: 'profile.published' },
  pause: { from: 'published', to: 'paused', action: 'profile.paused' },
  resume: { from: 'paused', to: 'published', action: 'profile.resumed' },
} as const satisfies Record<string, { from: ProfileStatus; to: ProfileStatus; action: string }>

export type StatusMove = keyof typeof moves

/**
 * Shows a profile to employers, hides it for a while, or shows it again. Throws 'conflict' when it
 * is in another state, or lacks something that a visible profile must have (`missingToPublish`).
 */
export async function changeStatus(
  deps: ProfileDeps,
  change: Change,
  move: StatusMove,
): Promise<Changed> {
  const { from, to, action } = moves[move]
  return changeProfile(deps, change, async (trx, { profile }) => {
    if (profile.status !== from) throw new ExpectedError('conflict')
    if (to === 'published') {
      const missing = missingToPublish(await profileFacts(trx, profile.id, deps.now))
      if (missing.length > 0) throw new ExpectedError('conflict')
    }
    await recordProfileEvent(trx, change.viewer, action, profile.id, deps.now)
    return {
      status: to,
      ...(to === 'published' ? { published_at: profile.published_at ?? toInstant(deps.now) } : {}),
    }
  })
}
