import type { Locale } from '#app/i18n/locales.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { most } from './profile.ts'

/**
 * Skills that a CV or somebody's own words name, in the order of the text, at most twenty and none of those that the profile
 * has. The text goes nowhere else: nothing of it is stored.
 */
export function skillsInText(
  reference: Reference,
  locale: Locale,
  text: string,
  known: ReadonlySet<string>,
): string[] {
  return reference
    .readText(text, locale)
    .skills.map(({ uri }) => uri)
    .filter((uri) => !known.has(uri))
    .slice(0, most.proposedSkills)
}
