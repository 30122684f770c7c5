import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { NamedConcepts } from './selection.ts'
import type { MapView } from './view.ts'

/** The concepts that the words of an address mean: a URI itself, else what the words are most likely. */
export function namedConcepts(
  reference: Reference,
  { occupation, skill }: Pick<MapView, 'occupation' | 'skill'>,
  locale: Locale,
): NamedConcepts {
  return {
    occupation: !occupation
      ? null
      : reference.has('occupation', occupation)
        ? occupation
        : (reference.linkTitle(occupation, locale, 1)[0]?.uri ?? null),
    skill: !skill
      ? null
      : reference.has('skill', skill)
        ? skill
        : (reference.linkSkill(skill, locale, 1)[0]?.uri ?? null),
  }
}
