import type { ConceptTable } from '../schema/concept.ts'
import type { ConceptBroaderTable } from '../schema/concept-broader.ts'
import type { ConceptLabelTable } from '../schema/concept-label.ts'
import type { OccupationSkillTable } from '../schema/occupation-skill.ts'
import type { Vocabulary, Words } from './read-vocabulary.ts'

/** The rows that say a vocabulary in the database. */
export interface TaxonomyTables {
  readonly concepts: ConceptTable[]
  readonly labels: ConceptLabelTable[]
  readonly broader: ConceptBroaderTable[]
  readonly relations: OccupationSkillTable[]
}

/** The rows of the built-in vocabulary, its keys resolved. A key that resolves to nothing is left out: `checkVocabulary` reports it. */
export function vocabularyRows(vocabulary: Vocabulary): TaxonomyTables {
  const { groups, skills, occupations } = vocabulary
  const source = 'builtin'
  const groupUris = new Map(groups.map(({ key, uri }) => [key, uri]))
  const skillUris = new Map(skills.map(({ key, uri }) => [key, uri]))
  const plain = { isco08: null, skill_type: null, reuse: null, source } as const

  return {
    concepts: [
      ...groups.map(({ uri }) => ({ ...plain, uri, kind: 'skill_group' as const })),
      ...skills.map(({ uri, type, reuse }) => ({
        ...plain,
        uri,
        kind: 'skill' as const,
        skill_type: type as ConceptTable['skill_type'],
        reuse: reuse as ConceptTable['reuse'],
      })),
      ...occupations.map(({ uri, isco08 }) => ({
        ...plain,
        uri,
        kind: 'occupation' as const,
        isco08,
      })),
    ],
    labels: [...groups, ...skills, ...occupations].flatMap(({ uri, words }) => labels(uri, words)),
    broader: skills.flatMap(({ uri, broader, group }) =>
      [skillUris.get(broader), groupUris.get(group)]
        .filter((parent) => parent !== undefined && parent !== uri)
        .map((parent) => ({ concept_uri: uri, broader_uri: parent ?? '', source })),
    ),
    relations: occupations.flatMap(({ uri, essential, useful }) =>
      [
        ...essential.map((key) => ({ key, relation: 'essential' as const })),
        ...useful.map((key) => ({ key, relation: 'useful' as const })),
      ].flatMap(({ key, relation }) => {
        const skill = skillUris.get(key)
        return skill ? [{ occupation_uri: uri, skill_uri: skill, relation, source }] : []
      }),
    ),
  }
}

function labels(uri: string, words: Words): ConceptLabelTable[] {
  const row = (
    lang: ConceptLabelTable['lang'],
    role: ConceptLabelTable['role'],
    label: string,
    position = 0,
  ) => ({ concept_uri: uri, lang, role, source: 'builtin' as const, position, label })
  const { fr, ar } = words.feminine
  return [
    ...(['fr', 'en', 'ar'] as const).map((lang) => row(lang, 'preferred', words[lang])),
    ...(fr && fr !== words.fr ? [row('fr', 'feminine', fr)] : []),
    ...(ar && ar !== words.ar ? [row('ar', 'feminine', ar)] : []),
    ...(['fr', 'en', 'ar'] as const).flatMap((lang) =>
      words.alternatives[lang].map((label, at) => row(lang, 'alternative', label, at)),
    ),
  ]
}
