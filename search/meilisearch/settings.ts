import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import type { Kind } from '../engine.ts'
import { FIELDS } from '../fields.ts'
import { indexedText, ONE_TYPO_FROM, TWO_TYPOS_FROM, WORDS } from './words.ts'

/** The embedder that holds the vectors of `match-vector.ts`. */
export const EMBEDDER = 'match'
export const DIMENSIONS = 1024

/** Values counted a facet, at most: more than pages show, for some are left out afterwards. */
export const MOST_FACET_VALUES = 200
/** Hits that can be paged through, and up to which totals are exact. */
const MOST_HITS = 200_000

/** Filters of matching that people cannot ask for. */
const MATCH_KEYWORDS: { readonly [K in Kind]: readonly string[] } = {
  profile: [],
  opportunity: ['requiredLanguage', 'requiredLicence'],
  company: [],
}
const MATCH_NUMBERS: { readonly [K in Kind]: readonly string[] } = {
  profile: ['radiusKm'],
  opportunity: [],
  company: [],
}

/** Everything about an index that the server must be told. */
export function settingsOf(kind: Kind): Settings {
  const fields = FIELDS[kind]
  const keywords = [...Object.keys(fields.keywords), ...MATCH_KEYWORDS[kind]]
  const numbers = [...Object.keys(fields.numbers), ...MATCH_NUMBERS[kind]]
  const sorted = [fields.newest, ...(fields.deadline === null ? [] : [fields.deadline])]
  return {
    searchableAttributes: ['words.title', 'words.skills', 'words.place', 'words.body'],
    displayedAttributes: ['id', 'checksum', 'facts', 'text', 'inferred', 'point'],
    filterableAttributes: [
      'key',
      'point',
      '_geo',
      ...keywords.map((name) => `keywords.${name}`),
      ...numbers.map((name) => `numbers.${name}`),
      {
        attributePatterns: [WORDS],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
    ],
    sortableAttributes: ['key', '_geo', ...sorted.map((name) => `numbers.${name}`)],
    // The order asked for comes first; of equally relevant documents the key decides, always.
    rankingRules: ['sort', 'words', 'typo', 'attributeRank', 'exactness', 'key:asc'],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: ONE_TYPO_FROM, twoTypos: TWO_TYPOS_FROM },
    },
    localizedAttributes: [{ attributePatterns: ['words.*'], locales: ['fra', 'eng', 'ara'] }],
    pagination: { maxTotalHits: MOST_HITS },
    faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    // Neither is used, and each costs at every write.
    proximityPrecision: 'byAttribute',
    facetSearch: false,
    ...(kind === 'company'
      ? {}
      : { embedders: { [EMBEDDER]: { source: 'userProvided', dimensions: DIMENSIONS } } }),
  }
}

/** Of the index that holds the engine's own state. */
export const STATE_SETTINGS: Settings = {
  searchableAttributes: [],
  filterableAttributes: ['key', 'type', 'build'],
}

/** Raised when documents or their vectors are made in another way: an index of another format is rebuilt. */
const FORMAT = 3
/** Words that show how texts are folded and parted: others come of it, another format. */
const FOLDED = "L'Œuvre d'Éloïse à Bouaké ; iso-9001 الى والبناء للتجارة مَدْرَسة"

/** What indexes were made with; unlike another when they must be made again. */
export function formatOf(fingerprint: string): string {
  const settings = JSON.stringify([
    FORMAT,
    indexedText(FOLDED),
    settingsOf('profile'),
    settingsOf('opportunity'),
    settingsOf('company'),
    fingerprint,
  ])
  return createHash('sha256').update(settings).digest('base64url').slice(0, 22)
}
