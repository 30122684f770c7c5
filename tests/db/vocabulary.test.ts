import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '#db/id.ts'
import {
  conceptLabels,
  places,
  placesByText,
  sectors,
  skillsOfOccupation,
  taxonomyRows,
  vocabularyRows,
} from '#db/queries/taxonomy.ts'
import { checkVocabulary } from '#db/seed/check-vocabulary.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { readVocabulary, type Vocabulary } from '#db/seed/read-vocabulary.ts'
import { referringColumns } from '#db/seed/unused-rows.ts'
import { dialects, testDatabase } from '#tests/support/database.ts'

const seed = join(import.meta.dirname, '../../db/seed')
const vocabulary = readVocabulary(join(seed, 'vocabulary'))
const welder = 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b'

test('the vocabulary is sound and large enough', () => {
  expect(checkVocabulary(vocabulary)).toEqual([])
  expect(vocabulary.occupations.length).toBeGreaterThanOrEqual(150)
  expect(vocabulary.skills.length).toBeGreaterThanOrEqual(700)
})

describe('a check of the vocabulary names', () => {
  const [skill] = vocabulary.skills
  const [occupation] = vocabulary.occupations
  const [group] = vocabulary.groups
  if (!skill || !occupation || !group) throw new Error('the vocabulary is empty')
  const sound: Vocabulary = {
    groups: [group],
    skills: [{ ...skill, broader: '', group: group.key }],
    occupations: [{ ...occupation, essential: [skill.key], useful: [] }],
  }
  const [one] = sound.skills
  const [job] = sound.occupations
  if (!one || !job) throw new Error('unreachable')

  test.each<[string, Partial<Vocabulary>, RegExp]>([
    [
      'an unknown skill',
      { occupations: [{ ...job, useful: ['nowhere'] }] },
      /unknown skill nowhere/,
    ],
    ['an unknown group', { skills: [{ ...one, group: 'nowhere' }] }, /unknown group nowhere/],
    ['a circle', { skills: [{ ...one, broader: one.key }] }, /broader than itself/],
    ['a concept given twice', { skills: [one, one] }, /stands in .* already/],
    [
      'a missing label',
      { skills: [{ ...one, words: { ...one.words, en: '' } }] },
      /no label in en/,
    ],
    ['Latin Arabic', { skills: [{ ...one, words: { ...one.words, ar: 'lahham' } }] }, /not Arabic/],
    [
      'a wrong URI',
      { skills: [{ ...one, uri: 'http://example.org/1' }] },
      /not the URI of a skill/,
    ],
    ['an idle skill', { occupations: [{ ...job, essential: [] }] }, /no occupation uses/],
    ['a skill named twice', { occupations: [{ ...job, useful: [one.key] }] }, /named twice/],
  ])('%s', (_, fault, problem) => {
    expect(checkVocabulary(sound)).toEqual([])
    expect(checkVocabulary({ ...sound, ...fault }).join('\n')).toMatch(problem)
  })
})

describe.each(dialects)('reference data on %s', (dialect) => {
  test('loads once, and reads back as it was written', async () => {
    const { db } = await testDatabase(dialect)
    const first = await loadReference(db, dialect)
    expect(first).toMatchObject({
      loaded: true,
      occupations: vocabulary.occupations.length,
      skills: vocabulary.skills.length,
    })
    expect(await loadReference(db, dialect)).toEqual({ ...first, loaded: false })

    const rows = await vocabularyRows(db)
    expect(rows.length).toBe(first.occupations + first.skills)
    const own = rows.find(({ uri }) => uri === welder)
    expect(own).toMatchObject({ kind: 'occupation', isco08: '7212' })
    expect(own?.labels).toContainEqual({
      lang: 'fr',
      role: 'feminine',
      source: 'builtin',
      text: 'soudeuse',
    })

    const taxonomy = await taxonomyRows(db)
    expect(taxonomy.occupations.length).toBe(first.occupations)
    expect(taxonomy.skills.length).toBe(first.skills + first.groups)
    const listed = taxonomy.occupations.find(({ uri }) => uri === welder)
    const asked = await skillsOfOccupation(db, welder)
    expect(asked.filter(({ relation }) => relation === 'essential').map(({ uri }) => uri)).toEqual(
      listed?.essential,
    )
    expect(asked.length).toBe((listed?.essential.length ?? 0) + (listed?.useful.length ?? 0))

    const many = [...rows.map(({ uri }) => uri), 'http://data.europa.eu/esco/skill/unknown']
    const labels = await conceptLabels(db, many, 'fr')
    expect(labels.size).toBe(rows.length)
    expect(labels.get(welder)).toEqual({ label: 'soudeur', feminine: 'soudeuse' })
    expect((await conceptLabels(db, [welder], 'en')).get(welder)?.feminine).toBeNull()
  })

  test('finds places by the beginning of a word, whatever its accents', async () => {
    const { db } = await testDatabase(dialect)
    await loadReference(db, dialect)
    const [first] = await placesByText(db, 'CI', 'bouake', 5)
    expect(first?.name_fr).toBe('Bouaké')
    expect((await placesByText(db, 'TN', 'تونس', 3))[0]?.name_fr).toBe('Tunis')
    expect((await placesByText(db, 'CI', 'bassam', 5)).map((place) => place.name_fr)).toContain(
      'Grand-Bassam',
    )
    expect(await placesByText(db, 'CI', ' ', 5)).toEqual([])
    const found = await places(db, [first?.id ?? '', 'nowhere'])
    expect([...found.keys()]).toEqual([first?.id])
    expect((await sectors(db)).filter(({ level }) => level === 'section').length).toBeGreaterThan(
      10,
    )
  })

  test('a concept that a profile refers to outlives its vocabulary, one that nobody does goes', async () => {
    const { db } = await testDatabase(dialect)
    const [used, idle] = ['used', 'idle'].map((_, at) => `http://data.europa.eu/esco/skill/${at}`)
    const row = {
      kind: 'skill',
      isco08: null,
      skill_type: null,
      reuse: null,
      source: 'builtin',
    } as const
    for (const uri of [used, idle]) {
      await db
        .insertInto('concept')
        .values({ ...row, uri: uri ?? '' })
        .execute()
      await db
        .insertInto('concept_label')
        .values({
          ...{ concept_uri: uri ?? '', lang: 'fr', role: 'preferred', source: 'builtin' },
          ...{ position: 0, label: 'ancien' },
        })
        .execute()
    }
    const now = new Date().toISOString()
    const profile = newId()
    await db
      .insertInto('profile')
      .values({
        ...{ id: profile, code: 'CI-TEST-01', country: 'CI', status: 'draft' },
        ...{ created_at: now, updated_at: now, version: 1 },
      })
      .execute()
    await db
      .insertInto('profile_skill')
      .values({ profile_id: profile, skill_uri: used ?? '', level: 2, evidence: 'self' })
      .execute()

    await loadReference(db, dialect)
    const left = await conceptLabels(db, [used ?? '', idle ?? ''], 'fr')
    expect([...left]).toEqual([[used, { label: 'ancien', feminine: null }]])
  })
})

test('the loader asks every column that refers to a concept or a place', async () => {
  const { db } = await testDatabase('sqlite')
  const own = ['concept_label', 'concept_broader', 'occupation_skill']
  const { rows } = await sql<{ name: string }>`
    select m.name || '.' || f."from" as name
    from sqlite_schema m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" in ('concept', 'place')
      and m.name not in (${sql.join(own)})
    order by 1`.execute(db)
  expect(rows.map(({ name }) => name)).toEqual(referringColumns)
})
