import { most } from '#app/domain/opportunity/opportunity.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { conceptsLike } from '#app/domain/search/suggest.server.ts'
import type { Locale } from '#app/i18n/locales.ts'

interface Chosen {
  readonly essential: readonly string[]
  readonly useful: readonly string[]
}

export interface SkillOffer {
  readonly uri: string
  readonly label: string
  readonly checked: boolean
}

/** What the skills step shows: two lists to tick, and what a search found. */
export interface SkillOffers {
  readonly essential: SkillOffer[]
  readonly useful: SkillOffer[]
  readonly query: string
  /** Null before any search. */
  readonly results: { readonly uri: string; readonly label: string }[] | null
}

/** At most so many skills are offered because the advert's own words name them. */
const mostNamed = 8

/**
 * The skills chosen, then those that the occupation asks for, in their list, then useful ones that the advert's description
 * names; and what a search for more found.
 */
export function skillOffers(
  reference: Reference,
  locale: Locale,
  occupationUri: string | null,
  chosen: Chosen,
  query: string,
  description = '',
): SkillOffers {
  const taken = new Set([...chosen.essential, ...chosen.useful])
  const usual = occupationUri ? reference.skillsOf(occupationUri) : []
  const offer = (uris: readonly string[], relation: 'essential' | 'useful'): SkillOffer[] => [
    ...uris.map((uri) => ({ uri, label: reference.label(uri, locale), checked: true })),
    ...usual
      .filter((one) => one.relation === relation && !taken.has(one.uri))
      .slice(0, 15)
      .map(({ uri }) => ({ uri, label: reference.label(uri, locale), checked: false })),
  ]
  const offered = new Set([...taken, ...usual.map((one) => one.uri)])
  const named = reference
    .readText(description, locale)
    .skills.filter((one) => !offered.has(one.uri))
    .slice(0, mostNamed)
    .map(({ uri }) => ({ uri, label: reference.label(uri, locale), checked: false }))
  return {
    essential: offer(chosen.essential, 'essential'),
    useful: [...offer(chosen.useful, 'useful'), ...named],
    query,
    results: query
      ? conceptsLike(reference, 'skill', query, locale, 8)
          .filter((one) => !taken.has(one.uri))
          .map(({ uri }) => ({ uri, label: reference.label(uri, locale) }))
      : null,
  }
}

/** The skills ticked in a posted form with the addition asked for; `asked` when the form is to be shown again. */
export function readSkillSearch(
  form: FormData,
  isSkill: (uri: string) => boolean,
): { chosen: Chosen; query: string; asked: boolean } {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const ticked = (name: string) => [
    ...new Set(
      form.getAll(name).filter((one) => typeof one === 'string' && isSkill(one)) as string[],
    ),
  ]
  const toEssential = text('add-essential')
  const toUseful = text('add-useful')
  const added = toEssential || toUseful
  const query = added ? '' : text('skill-query').slice(0, 80)
  const adding = (name: string, uri: string, other: string) =>
    [...ticked(name).filter((one) => one !== other && one !== uri), uri]
      .filter(isSkill)
      .slice(-most.skills)
  return {
    chosen: {
      essential: adding('essential', toEssential, toUseful),
      useful: adding('useful', toUseful, toEssential),
    },
    query,
    asked: Boolean(added || query || form.has('search')),
  }
}
