import { checksumOf } from '../documents/checksum.ts'
import type { Documents, Kind } from '../engine.ts'
import { type Facts, FIELDS, type KindFields } from '../fields.ts'
import type { InferredOccupations } from '../matching/occupation-score.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { encodeCode, keyOf } from './codes.ts'
import type { MatchVectors } from './match-vector.ts'
import { EMBEDDER } from './settings.ts'
import { indexedText, WORDS, wordList } from './words.ts'

/** What the server returns of a document. */
export interface StoredParts {
  readonly id: string
  readonly checksum: string
  /** The document without its words, as JSON: what comes back is what was put. */
  readonly facts: string
  /** Its words, as JSON. */
  readonly text: string
  /** For a profile, what its skills suggest, marked with the taxonomy it came from. */
  readonly inferred?: string
  /** Latitude and longitude, parted by a comma. */
  readonly point?: string
}

/** A document as the server holds it. */
export interface StoredDocument extends StoredParts {
  readonly [attribute: string]: unknown
  readonly key: string
  readonly words: { readonly [column: string]: string }
  readonly keywords: { readonly [column: string]: readonly string[] }
  readonly numbers: { readonly [column: string]: number }
}

/** What stands for no limit: JSON has no infinity. */
const NO_LIMIT = 1e300

/** What a kind of document becomes; the same documents always become the same. */
export function storedDocument<K extends Kind>(
  kind: K,
  document: Documents[K],
  taxonomy: Taxonomy,
  vectors: MatchVectors,
): StoredDocument {
  const { text, ...facts } = document
  const fields: KindFields<K> = FIELDS[kind]
  const keywords: { [column: string]: string[] } = {}
  for (const [column, codes] of Object.entries(fields.keywords)) {
    const held = new Set(codes(facts as Facts<K>).map(encodeCode))
    // A filter tells documents without a code by the column being absent.
    if (held.size > 0) keywords[column] = [...held]
  }
  const numbers: { [column: string]: number } = {}
  for (const [column, number] of Object.entries(fields.numbers)) {
    const value = number(facts as Facts<K>)
    if (!Number.isNaN(value)) {
      numbers[column] = Math.max(-NO_LIMIT, Math.min(NO_LIMIT, value))
    }
  }
  const { place } = document
  const stored = {
    key: keyOf(document.id),
    id: document.id,
    checksum: checksumOf(document),
    facts: JSON.stringify(facts),
    text: JSON.stringify(text),
    words: {
      title: indexedText(text.title),
      skills: indexedText(text.skills),
      place: indexedText(text.place),
      body: indexedText(text.body),
    },
    [WORDS]: wordList([text.title, text.skills, text.place, text.body]),
    keywords,
    numbers,
    ...(place
      ? { _geo: { lat: place.lat, lng: place.lng }, point: `${place.lat},${place.lng}` }
      : {}),
  }
  if (kind === 'profile') {
    const profile = document as Documents['profile']
    const offer = prepareOffer(taxonomy, profile)
    if (profile.radiusKm !== null) numbers.radiusKm = profile.radiusKm
    return {
      ...stored,
      inferred: taxonomy.fingerprint + JSON.stringify(offer.inferred),
      _vectors: { [EMBEDDER]: vectors.storedOffer(offer, document.id) },
    }
  }
  if (kind === 'opportunity') {
    const opportunity = document as Documents['opportunity']
    const languages = opportunity.languages.filter(({ required }) => required)
    if (languages.length > 0) {
      keywords.requiredLanguage = languages.map(({ code, level }) => encodeCode(`${code}:${level}`))
    }
    if (opportunity.licences.length > 0) {
      keywords.requiredLicence = opportunity.licences.map(encodeCode)
    }
    const need = prepareNeed(taxonomy, opportunity)
    return { ...stored, _vectors: { [EMBEDDER]: vectors.storedNeed(need, document.id) } }
  }
  return stored
}

/** The document that was put. */
export function originalDocument<K extends Kind>(
  stored: Pick<StoredParts, 'facts' | 'text'>,
): Documents[K] {
  return { ...JSON.parse(stored.facts), text: JSON.parse(stored.text) } as Documents[K]
}

/** What was inferred of a profile, where it was with this taxonomy. */
export function inferredOf(
  { inferred }: Pick<StoredParts, 'inferred'>,
  { fingerprint }: Taxonomy,
): InferredOccupations | undefined {
  if (!inferred?.startsWith(fingerprint)) return undefined
  return JSON.parse(inferred.slice(fingerprint.length)) as InferredOccupations
}

/** The place of a document; null when it has none. */
export function pointOf(point: string | undefined): { lat: number; lng: number } | null {
  if (point === undefined) return null
  const [lat, lng] = point.split(',').map(Number)
  return { lat: lat ?? Number.NaN, lng: lng ?? Number.NaN }
}
