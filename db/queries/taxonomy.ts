import { sql } from 'kysely'
import type { ReadDb } from '../open.ts'
import type { ConceptTable } from '../schema/concept.ts'
import type { ConceptLabelTable } from '../schema/concept-label.ts'
import type { PlaceTable } from '../schema/place.ts'
import type { SectorTable } from '../schema/sector.ts'

type Lang = ConceptLabelTable['lang']

/** How many values a list in a query may hold: under the limits of both databases, and short enough to prepare. */
const longestList = 5_000

/** Own words before those of ESCO, a deployer's among them: smaller comes first. */
const sourceRank = sql<number>`case source when 'builtin' then 0 when 'deployer' then 1 else 2 end`

/** A concept with the words that people may type for it. */
export interface VocabularyRow {
  readonly uri: string
  readonly kind: 'occupation' | 'skill'
  readonly isco08: string | null
  readonly labels: {
    lang: Lang
    role: 'preferred' | 'feminine' | 'alternative'
    source: ConceptLabelTable['source']
    text: string
  }[]
}

/** All occupations and skills with their labels: one preferred label a language, with its feminine form, then others. */
export async function vocabularyRows(db: ReadDb): Promise<VocabularyRow[]> {
  const concepts = await db
    .selectFrom('concept')
    .select(['uri', 'kind', 'isco08'])
    .where('kind', 'in', ['occupation', 'skill'])
    .orderBy('uri')
    .execute()
  const rows = new Map<string, VocabularyRow>()
  for (const { uri, kind, isco08 } of concepts) {
    if (kind === 'occupation' || kind === 'skill') rows.set(uri, { uri, kind, isco08, labels: [] })
  }
  const labels = await db
    .selectFrom('concept_label')
    .innerJoin('concept', 'concept.uri', 'concept_label.concept_uri')
    .select(['concept_uri', 'lang', 'role', 'concept_label.source', 'label'])
    .where('kind', 'in', ['occupation', 'skill'])
    .where('role', '!=', 'description')
    .orderBy(sql`case concept_label.source when 'builtin' then 0 when 'deployer' then 1 else 2 end`)
    .orderBy('concept_uri')
    .orderBy('lang')
    .orderBy('role', 'desc')
    .orderBy('position')
    .execute()
  const shown = new Map<string, ConceptLabelTable['source']>()
  for (const { concept_uri, lang, role, source, label } of labels) {
    if (role === 'description') continue
    const key = `${lang} ${concept_uri}`
    if (role === 'preferred' && !shown.has(key)) shown.set(key, source)
    rows.get(concept_uri)?.labels.push({
      lang,
      // A second vocabulary's preferred label and its feminine form are other words beside those shown.
      role: shown.get(key) === source ? role : 'alternative',
      source,
      text: label,
    })
  }
  return [...rows.values()]
}

/** What matching needs of the taxonomy: which concept stands under which, and what occupations ask for. */
export interface TaxonomyRows {
  /** Skills and skill groups with their direct parents. */
  readonly skills: { uri: string; parents: string[] }[]
  readonly occupations: { uri: string; isco08: string; essential: string[]; useful: string[] }[]
}

/** All skills and skill groups with their parents, all occupations with their skills, each in the order of their URIs. */
export async function taxonomyRows(db: ReadDb): Promise<TaxonomyRows> {
  const concepts = await db
    .selectFrom('concept')
    .select(['uri', 'kind', 'isco08'])
    .where('kind', '!=', 'isco_group')
    .orderBy('uri')
    .execute()
  const skills = new Map<string, TaxonomyRows['skills'][number]>()
  const occupations = new Map<string, TaxonomyRows['occupations'][number]>()
  for (const { uri, kind, isco08 } of concepts) {
    if (kind === 'occupation') {
      occupations.set(uri, { uri, isco08: isco08 ?? '', essential: [], useful: [] })
    } else skills.set(uri, { uri, parents: [] })
  }
  const broader = await db
    .selectFrom('concept_broader')
    .select(['concept_uri', 'broader_uri'])
    .orderBy('concept_uri')
    .orderBy('broader_uri')
    .execute()
  for (const { concept_uri, broader_uri } of broader) {
    skills.get(concept_uri)?.parents.push(broader_uri)
  }
  const relations = await db
    .selectFrom('occupation_skill')
    .select(['occupation_uri', 'skill_uri', 'relation'])
    .orderBy('occupation_uri')
    .orderBy('skill_uri')
    .execute()
  for (const { occupation_uri, skill_uri, relation } of relations) {
    occupations.get(occupation_uri)?.[relation].push(skill_uri)
  }
  return { skills: [...skills.values()], occupations: [...occupations.values()] }
}

/** The words to show for a concept; `feminine` where the language has another form for women. */
export interface ConceptLabel {
  readonly label: string
  readonly feminine: string | null
}

/**
 * The words to show for concepts in a language, in French or else English where it has none; own words before those of
 * ESCO. Unknown concepts are not in the map.
 */
export async function conceptLabels(
  db: ReadDb,
  uris: Iterable<string>,
  lang: Lang,
): Promise<Map<string, ConceptLabel>> {
  const languages = [...new Set<Lang>([lang, 'fr', 'en', 'ar'])]
  const best = new Map<string, { rank: number; source: string; lang: Lang; label: string }>()
  const feminines = new Map<string, string>()
  for (const part of lists(new Set(uris))) {
    const rows = await db
      .selectFrom('concept_label')
      .select(['concept_uri', 'lang', 'role', 'source', 'label', sourceRank.as('rank')])
      .where('concept_uri', 'in', part)
      .where('role', 'in', ['preferred', 'feminine'])
      .where('position', '=', 0)
      .execute()
    for (const { concept_uri, lang: language, role, source, label, rank } of rows) {
      if (role === 'feminine') {
        feminines.set(`${concept_uri} ${language} ${source}`, label)
        continue
      }
      const total = languages.indexOf(language) * 3 + rank
      const known = best.get(concept_uri)
      if (known === undefined || total < known.rank) {
        best.set(concept_uri, { rank: total, source, lang: language, label })
      }
    }
  }
  const labels = new Map<string, ConceptLabel>()
  for (const [uri, { source, lang: language, label }] of best) {
    labels.set(uri, { label, feminine: feminines.get(`${uri} ${language} ${source}`) ?? null })
  }
  return labels
}

/** The skills that an occupation asks for, essential ones first. */
export async function skillsOfOccupation(
  db: ReadDb,
  uri: string,
): Promise<{ uri: string; relation: 'essential' | 'useful' }[]> {
  return await db
    .selectFrom('occupation_skill')
    .select(['skill_uri as uri', 'relation'])
    .where('occupation_uri', '=', uri)
    .orderBy('relation')
    .orderBy('skill_uri')
    .execute()
}

/** Of the given URIs, those of concepts of this kind. */
export async function knownConcepts(
  db: ReadDb,
  kind: ConceptTable['kind'],
  uris: Iterable<string>,
): Promise<Set<string>> {
  const known = new Set<string>()
  for (const part of lists(new Set(uris))) {
    const rows = db.selectFrom('concept').select('uri').where('kind', '=', kind)
    for (const { uri } of await rows.where('uri', 'in', part).execute()) known.add(uri)
  }
  return known
}

/** All sectors, sections and divisions, in the order of their codes. */
export async function sectors(db: ReadDb): Promise<SectorTable[]> {
  return await db.selectFrom('sector').selectAll().orderBy('code').execute()
}

/** Places by id. Unknown ids are not in the map. */
export async function places(db: ReadDb, ids: Iterable<string>): Promise<Map<string, PlaceTable>> {
  const found = new Map<string, PlaceTable>()
  for (const part of lists(new Set(ids))) {
    const rows = await db.selectFrom('place').selectAll().where('id', 'in', part).execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Cuts values into lists that one query can carry. */
function* lists<Value>(values: Iterable<Value>): Generator<Value[]> {
  const all = [...values]
  for (let start = 0; start < all.length; start += longestList) {
    yield all.slice(start, start + longestList)
  }
}

/**
 * Places of a country whose name, in any of the three languages, has a word that begins with the text, the best match
 * and the greatest place first. Case, accents and hyphens do not matter.
 */
export async function placesByText(
  db: ReadDb,
  country: string,
  text: string,
  limit: number,
): Promise<PlaceTable[]> {
  const wanted = foldName(text)
  if (wanted === '') return []
  // A country has some hundred places, and neither database folds accents: they are compared here.
  const all = await db.selectFrom('place').selectAll().where('country', '=', country).execute()
  return all
    .map((place) => {
      const names = [place.name_fr, place.name_en, place.name_ar]
      return { place, rank: Math.max(...names.map((name) => nameRank(foldName(name), wanted))) }
    })
    .filter(({ rank }) => rank > 0)
    .sort(
      (one, other) =>
        other.rank - one.rank ||
        other.place.weight - one.place.weight ||
        (one.place.id < other.place.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ place }) => place)
}

function nameRank(name: string, wanted: string): number {
  if (name === wanted) return 3
  if (name.startsWith(wanted)) return 2
  return name.includes(` ${wanted}`) ? 1 : 0
}

/** Small letters without accents or Arabic vowel signs, one form of alef, ya and ta marbuta, words parted by one space. */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
