import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import type { WordsInput } from './profile-forms.ts'

/** Saves the few words with which somebody presents what they can do. */
export async function saveWords(
  deps: ProfileDeps,
  change: Change,
  input: Omit<WordsInput, 'version'>,
): Promise<Changed> {
  return changeProfile(deps, change, async () => ({
    headline: input.headline || null,
    summary: input.summary || null,
  }))
}
