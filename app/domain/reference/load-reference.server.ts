import type { Locale } from '#app/i18n/locales.ts'
import type { ReadDb } from '#db/open.ts'
import { latentSpace, type StoredLatentSpace } from '#db/queries/latent-space.ts'
import { allPlaces, allSectors } from '#db/queries/reference.ts'
import { type TaxonomyRows, taxonomyRows, vocabularyRows } from '#db/queries/taxonomy.ts'
import { type LinkedConcept, type Linker, openLinker } from '#search/linking/linker.ts'
import { nearNames } from '#search/linking/near-names.ts'
import { buildSuggester, type Suggester } from '#search/linking/suggest.ts'
import { buildTaxonomy, type FieldRows, type Taxonomy } from '#search/matching/taxonomy.ts'
import { readLinking } from './linking-index.server.ts'
import { buildPlaceFinder, type MeantPlace } from './place-finder.server.ts'
import type { Place, RelationKind, Sector } from './reference.ts'
import { type SplitText, splitPlace } from './split-place.server.ts'

interface Labels {
  readonly preferred: string
  readonly feminine: string | null
}

interface Concept {
  readonly kind: 'occupation' | 'skill' | 'skill_group' | 'isco_group'
  readonly isco08: string | null
  readonly labels: Partial<Record<Locale, Labels>>
}

/** Reference data that hardly ever changes, held in memory: the taxonomy, its words, places, sectors. */
export interface Reference {
  readonly taxonomy: Taxonomy
  readonly suggest: Suggester
  /** Occupations that a whole title may mean, best first; `suggest` is for what is still being typed. */
  linkTitle(text: string, locale: Locale, limit: number): LinkedConcept[]
  /** Skills that a phrase may mean, best first. */
  linkSkill(text: string, locale: Locale, limit: number): LinkedConcept[]
  /** Occupations and skills that an advert or a CV names, in the order of the text, each once, with where. */
  readText(text: string, locale: Locale): ReturnType<Linker['read']>
  /** Other names of an occupation in the three languages, a deployer's words first; at most twelve. */
  nearNames(uri: string): readonly string[]
  /** True when the URI is a concept of that kind. */
  has(kind: Concept['kind'], uri: string): boolean
  /** The words for a concept in a language, else in French or English, else its URI. Occupations in both genders. */
  label(uri: string, locale: Locale): string
  /** The words for a concept in every language it has. */
  allLabels(uri: string): string
  /** Four digits of ISCO-08, null for a concept without. */
  isco08(uri: string): string | null
  /** Skills that an occupation asks for, essential first. */
  skillsOf(
    occupationUri: string,
  ): readonly { readonly uri: string; readonly relation: RelationKind }[]
  place(id: string): Place | null
  /** Places of a country that a typed name may mean, in whatever language and however spelt, likeliest first. */
  findPlaces(country: string, text: string, limit: number): Place[]
  /** The place of a country that a typed name means, or where none surely is, up to three that may be. */
  meantPlace(country: string, text: string): MeantPlace
  /** Words with the name of a place of the country behind them, parted; null where there is none. */
  splitPlace(country: string, text: string): SplitText | null
  /** Places of a country, most important first. */
  placesOf(country: string): readonly Place[]
  readonly sectors: readonly Sector[]
  sectorName(code: string, locale: Locale): string
}

/** Reads all reference data into memory: about half a second for the whole of ESCO. */
export async function loadReference(db: ReadDb): Promise<Reference> {
  const [vocabulary, rows, field, indexOf, places, sectors] = await Promise.all([
    vocabularyRows(db),
    taxonomyRows(db),
    latentSpace(db),
    readLinking(db),
    allPlaces(db),
    allSectors(db),
  ])
  const concepts = new Map<string, Concept>()
  for (const row of vocabulary) {
    const labels: Partial<Record<Locale, Labels>> = {}
    for (const lang of ['fr', 'en', 'ar'] as const) {
      const of = (role: string) =>
        row.labels.find((label) => label.lang === lang && label.role === role)?.text ?? null
      const preferred = of('preferred')
      if (preferred) labels[lang] = { preferred, feminine: of('feminine') }
    }
    concepts.set(row.uri, { kind: row.kind, isco08: row.isco08, labels })
  }
  const skills = new Map<string, { uri: string; relation: RelationKind }[]>()
  for (const occupation of rows.occupations) {
    skills.set(occupation.uri, [
      ...occupation.essential.map((uri) => ({ uri, relation: 'essential' as const })),
      ...occupation.useful.map((uri) => ({ uri, relation: 'useful' as const })),
    ])
  }
  const placeById = new Map(places.map((place) => [place.id, place]))
  const placesByCountry = Map.groupBy(places, (place) => place.country)
  const finder = buildPlaceFinder(places)
  const sectorByCode = new Map(sectors.map((sector) => [sector.code, sector]))

  const suggest = buildSuggester(vocabulary)
  const linker = openLinker(vocabulary, indexOf)
  const rowOf = new Map(vocabulary.map((row) => [row.uri, row]))

  return {
    taxonomy: buildTaxonomy(withField(rows, field)),
    suggest,
    linkTitle: linker.titles,
    linkSkill: linker.phrases,
    readText: linker.read,
    nearNames(uri) {
      const row = rowOf.get(uri)
      return row ? nearNames(row) : []
    },
    has: (kind, uri) => concepts.get(uri)?.kind === kind,
    label(uri, locale) {
      const labels = concepts.get(uri)?.labels
      const found = labels?.[locale] ?? labels?.fr ?? labels?.en
      if (!found) return uri
      return found.feminine ? `${found.preferred} / ${found.feminine}` : found.preferred
    },
    allLabels(uri) {
      const labels = concepts.get(uri)?.labels ?? {}
      return Object.values(labels)
        .flatMap((one) => [one.preferred, one.feminine ?? ''])
        .filter(Boolean)
        .join(' ')
    },
    isco08: (uri) => concepts.get(uri)?.isco08 ?? null,
    skillsOf: (uri) => skills.get(uri) ?? [],
    place: (id) => placeById.get(id) ?? null,
    findPlaces: finder.find,
    meantPlace: finder.meant,
    splitPlace: (country, text) =>
      splitPlace(text, {
        named: (words) => finder.named(country, words),
        misspelt: (words) => finder.misspelt(country, words),
        knows: suggest.knows,
      }),
    placesOf: (country) => placesByCountry.get(country) ?? [],
    sectors,
    sectorName: (code, locale) => sectorByCode.get(code)?.names[locale] ?? code,
  }
}

/** The taxonomy with its latent vectors, without words and places. */
export async function loadTaxonomy(db: ReadDb): Promise<Taxonomy> {
  return buildTaxonomy(await loadTaxonomyRows(db))
}

/** What the taxonomy is built from, latent vectors included: other threads can be sent it. */
export async function loadTaxonomyRows(db: ReadDb): Promise<WithField> {
  const [rows, field] = await Promise.all([taxonomyRows(db), latentSpace(db)])
  return withField(rows, field)
}

type WithField = TaxonomyRows & { readonly field?: FieldRows }

function withField(rows: TaxonomyRows, field: StoredLatentSpace | null): WithField {
  return { ...rows, ...(field && { field: fieldRows(field) }) }
}

/** The stored vectors as numbers: about 20 ms for the whole of ESCO. */
function fieldRows(stored: StoredLatentSpace): FieldRows {
  const { structure, dimensions, uris, scales, vectors } = stored
  const values = new Float32Array(vectors.length)
  const skills = uris.map((uri, row): [string, Float32Array] => {
    const scale = scales[row] ?? 0
    const end = (row + 1) * dimensions
    for (let at = row * dimensions; at < end; at++) values[at] = scale * (vectors[at] ?? 0)
    return [uri, values.subarray(row * dimensions, end)]
  })
  return { dimensions, skills, builtFrom: structure }
}
