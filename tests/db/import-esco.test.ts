import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importEsco } from '#app/tasks/import-esco.ts'
import type { OpenDatabase } from '#db/open.ts'
import {
  conceptLabels,
  skillsOfOccupation,
  taxonomyRows,
  vocabularyRows,
} from '#db/queries/taxonomy.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { dialects, testDatabase } from '#tests/support/database.ts'

const base = 'http://data.europa.eu/esco'
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const skill = (number: number) => `${base}/skill/${uuid(number)}`
const occupation = (number: number) => `${base}/occupation/${uuid(number)}`
// Concepts that the built-in vocabulary has too.
const welder = `${base}/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b`

const jobHead = 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description,code'
const skillHead = 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description'
const groupHead = 'conceptType,conceptUri,preferredLabel,altLabels,code'
const iscoHead = 'conceptType,conceptUri,code,preferredLabel,altLabels'
const levelHead = [0, 1, 2, 3]
  .flatMap((n) => [`Level ${n} URI`, `Level ${n} preferred term`])
  .join()

const small: Record<string, string> = {
  'ISCOGroups_en.csv': `${iscoHead}\nISCOGroup,${base}/isco/C721,721,Metal workers,\nISCOGroup,${base}/isco/C7212,7212,Welders,\n`,
  'occupations_en.csv': `${jobHead}\nOccupation,${welder},7212,welder,"metal joiner\nwelder",Joins metal.,7212.1\nOccupation,${occupation(1)},7212,brazer,,"Joins,\nwith ""filler"".",7212.2\n`,
  'occupations_fr.csv': `${jobHead}\nOccupation,${welder},7212,soudeur/soudeuse,"soudeur\nsoudeuse\nassembleur/assembleuse",,7212.1\nOccupation,${occupation(1)},7212,braseur/braseuse de tubes,,,7212.2\n`,
  'skills_en.csv': `${skillHead}\nKnowledgeSkillCompetence,${skill(1)},skill/competence,cross-sector,join metal,,\nKnowledgeSkillCompetence,${skill(2)},knowledge,,metals,"kinds of metal\nalloys",\nKnowledgeSkillCompetence,${skill(3)},skill/competence,sector-specific,braze,,\n`,
  'skills_fr.csv': `${skillHead}\nKnowledgeSkillCompetence,${skill(1)},skill/competence,cross-sector,assembler du métal,,\nKnowledgeSkillCompetence,${skill(2)},knowledge,,métaux,,\nKnowledgeSkillCompetence,${skill(3)},skill/competence,sector-specific,braser,,\n`,
  'skillGroups_en.csv': `${groupHead}\nSkillGroup,${base}/skill/S6,handling,,S6\n`,
  'skillsHierarchy_en.csv': `${levelHead},Description,Level 0 code\n${base}/skill/S6,handling,${base}/skill/S6.1,joining,,,,,,S6\n${base}/skill/S6,handling\n`,
  'occupationSkillRelations.csv': `occupationUri,relationType,skillType,skillUri\n${welder},essential,skill/competence,${skill(1)}\n${welder},optional,knowledge,${skill(2)}\n${occupation(1)},essential,skill/competence,${skill(3)}\n`,
  'broaderRelationsOccPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nISCOGroup,${base}/isco/C7212,ISCOGroup,${base}/isco/C721\nOccupation,${welder},ISCOGroup,${base}/isco/C7212\nOccupation,${occupation(1)},Occupation,${welder}\n`,
  'broaderRelationsSkillPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nSkillGroup,${base}/skill/S6.1,SkillGroup,${base}/skill/S6\nKnowledgeSkillCompetence,${skill(1)},SkillGroup,${base}/skill/S6.1\nKnowledgeSkillCompetence,${skill(2)},SkillGroup,${base}/skill/S6\nKnowledgeSkillCompetence,${skill(3)},KnowledgeSkillCompetence,${skill(1)}\n`,
}

/** A folder with the small download, some of its files changed, added, or with null left out. */
function download(changes: Record<string, string | null> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-esco-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries({ ...small, ...changes })) {
    if (text !== null) writeFileSync(join(folder, name), text)
  }
  return folder
}

const of = (name: string) => small[name] ?? ''

/** Everything the taxonomy's tables hold, in one order. */
async function everything({ db }: OpenDatabase) {
  return {
    concepts: await db.selectFrom('concept').selectAll().orderBy('uri').execute(),
    labels: await db
      .selectFrom('concept_label')
      .selectAll()
      .orderBy('concept_uri')
      .orderBy('lang')
      .orderBy('role')
      .orderBy('source')
      .orderBy('position')
      .execute(),
    broader: await db
      .selectFrom('concept_broader')
      .selectAll()
      .orderBy('concept_uri')
      .orderBy('broader_uri')
      .execute(),
    relations: await db
      .selectFrom('occupation_skill')
      .selectAll()
      .orderBy('occupation_uri')
      .orderBy('skill_uri')
      .execute(),
  }
}

describe.each(dialects)('a small download on %s', (dialect) => {
  test('is read with line breaks in cells, both genders, groups of the hierarchy', async () => {
    const open = await testDatabase(dialect)
    const counts = await loadEsco(open, [download()])
    expect(counts).toMatchObject({ occupations: 2, skills: 3, skillGroups: 2, iscoGroups: 2 })
    expect(counts).toMatchObject({ relations: 3, unresolvedRelations: 0, broader: 7 })

    const rows = await vocabularyRows(open.db)
    const french = rows
      .find(({ uri }) => uri === welder)
      ?.labels.filter(({ lang }) => lang === 'fr')
    expect(french?.map(({ role, text }) => [role, text])).toEqual([
      ['preferred', 'soudeur'],
      ['feminine', 'soudeuse'],
      ['alternative', 'assembleur'],
      ['alternative', 'assembleuse'],
    ])
    const labels = await conceptLabels(open.db, [occupation(1), `${base}/skill/S6.1`], 'fr')
    expect(labels.get(occupation(1))).toEqual({
      label: 'braseur de tubes',
      feminine: 'braseuse de tubes',
    })
    expect(labels.get(`${base}/skill/S6.1`)).toEqual({ label: 'joining', feminine: null })
    const { labels: all, concepts } = await everything(open)
    expect(all.filter(({ role }) => role === 'description').map(({ label }) => label)).toContain(
      'Joins,\nwith "filler".',
    )
    expect(all.filter((it) => it.concept_uri === skill(2)).map(({ label }) => label)).toContain(
      'alloys',
    )
    expect(concepts.find(({ uri }) => uri.endsWith('C721'))).toMatchObject({
      kind: 'isco_group',
      isco08: '721',
    })
    expect(await skillsOfOccupation(open.db, welder)).toEqual([
      { uri: skill(1), relation: 'essential' },
      { uri: skill(2), relation: 'useful' },
    ])
    const taxonomy = await taxonomyRows(open.db)
    expect(taxonomy.skills.find(({ uri }) => uri === skill(3))?.parents).toEqual([skill(1)])
  })

  test('gives the same under the names of v1.2, with columns and languages more', async () => {
    const one = await testDatabase(dialect)
    const other = await testDatabase(dialect)
    await loadEsco(one, [download()])
    const names = [
      ...['occupationSkillRelations', 'broaderRelationsOccPillar', 'broaderRelationsSkillPillar'],
    ]
    const renamed: Record<string, string | null> = { 'occupations_de.csv': 'not even read' }
    for (const name of names) {
      renamed[`${name}.csv`] = null
      renamed[`${name}_en.csv`] = of(`${name}.csv`)
        .trimEnd()
        .split('\n')
        .map((line, at) => `${line},${at === 0 ? 'label' : 'x'}\r\n`)
        .join('')
    }
    const lines: string[] = []
    await loadEsco(other, [download(renamed)], { log: (line) => lines.push(line) })
    expect(await everything(other)).toEqual(await everything(one))
    expect(lines.join('\n')).toMatch(/skipped: de/)
  })

  test('may come as one folder a language', async () => {
    const open = await testDatabase(dialect)
    const french = download(Object.fromEntries(Object.keys(small).map((name) => [name, null])))
    for (const name of ['occupations_fr.csv', 'skills_fr.csv'])
      writeFileSync(join(french, name), of(name))
    const english = download({ 'occupations_fr.csv': null, 'skills_fr.csv': null })
    await loadEsco(open, [english, french])
    expect((await conceptLabels(open.db, [welder], 'fr')).get(welder)?.label).toBe('soudeur')
  })

  test('twice gives the same, and is skipped unless forced', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    const folder = download()
    const lines: string[] = []
    const context = { open, log: (line: string) => lines.push(line) }
    await importEsco.run([folder], context)
    const once = await everything(open)
    expect(lines.at(-1)).toMatch(/2 occupations, 3 skills/)
    await importEsco.run([folder], context)
    expect(lines.at(-1)).toMatch(/loaded already/)
    expect(await everything(open)).toEqual(once)
    await importEsco.run([folder, '--force'], context)
    expect(lines.at(-1)).toMatch(/ESCO imported/)
    expect(await everything(open)).toEqual(once)
  })

  test('our words stay, its relations replace ours, and loading ours again changes nothing', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    const before = await everything(open)
    await loadEsco(open, [download()])
    const shown = (await conceptLabels(open.db, [welder], 'ar')).get(welder)
    expect(shown?.label).toBe('لحّام')
    expect((await skillsOfOccupation(open.db, welder)).map(({ uri }) => uri)).toEqual([
      skill(1),
      skill(2),
    ])
    const after = await everything(open)
    const others = ({ relations }: typeof before) =>
      relations.filter(
        (row) => row.occupation_uri !== welder && row.occupation_uri !== occupation(1),
      )
    expect(others(after)).toEqual(others(before))
    expect(after.labels.filter(({ source }) => source === 'builtin')).toEqual(before.labels)

    await open.db.deleteFrom('taxonomy_load').where('source', '=', 'builtin').execute()
    expect((await loadReference(open.db, dialect)).loaded).toBe(true)
    expect(await everything(open)).toEqual(after)
  })

  test('a later version takes away what nobody refers to and hands ours back', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    const before = await everything(open)
    await loadEsco(open, [download()])
    const only = (text: string) =>
      text
        .split('\n')
        .filter((line) => !line.includes(welder) || line.includes('conceptType'))
        .join('\n')
    const later = {
      'broaderRelationsOccPillar.csv': `${of('broaderRelationsOccPillar.csv').split(`Occupation,${welder}`)[0]}Occupation,${occupation(1)},ISCOGroup,${base}/isco/C7212\n`,
    }
    await loadEsco(open, [
      download({
        ...later,
        'occupations_en.csv': `${jobHead}\nOccupation,${occupation(1)},7212,brazer,,,7212.2\n`,
        'occupations_fr.csv': null,
        'occupationSkillRelations.csv': only(of('occupationSkillRelations.csv')),
      }),
    ])
    expect((await loadReference(open.db, dialect)).loaded).toBe(true)
    const after = await everything(open)
    expect(after.relations.filter(({ source }) => source === 'builtin')).toEqual(before.relations)
    expect(after.labels.filter((it) => it.concept_uri === welder && it.source === 'esco')).toEqual(
      [],
    )
  })
})

test.each<[string, Record<string, string | null>, RegExp]>([
  [
    'a missing file',
    { 'skills_en.csv': null, 'skills_fr.csv': null },
    /^skills_en\.csv: .*missing/,
  ],
  [
    'missing relations',
    { 'occupationSkillRelations.csv': null },
    /^occupationSkillRelations\.csv: .*missing/,
  ],
  [
    'a missing column',
    { 'occupations_fr.csv': of('occupations_fr.csv').replace('iscoGroup', 'isco') },
    /^occupations_fr\.csv, line 1, column iscoGroup: .*missing/,
  ],
  [
    'a quotation mark left open',
    { 'occupations_en.csv': of('occupations_en.csv').slice(0, -20) },
    /^occupations_en\.csv, line 5: .*never closed/,
  ],
  [
    'a row cut off',
    { 'skills_en.csv': of('skills_en.csv').slice(0, -12) },
    /^skills_en\.csv, line \d: .*cells/,
  ],
  [
    'a URI cut off',
    { 'occupationSkillRelations.csv': of('occupationSkillRelations.csv').slice(0, -3) },
    /^occupationSkillRelations\.csv, line 4, column skillUri: not the URI/,
  ],
  [
    'a relation of no kind',
    {
      'occupationSkillRelations.csv': of('occupationSkillRelations.csv').replace(
        'optional',
        'maybe',
      ),
    },
    /^occupationSkillRelations\.csv, line 3, column relationType/,
  ],
  [
    'an unknown concept',
    {
      'occupationSkillRelations.csv': of('occupationSkillRelations.csv').replace(
        skill(2),
        skill(9),
      ),
    },
    /^occupationSkillRelations\.csv: 1 of 3 relations name concepts/,
  ],
  [
    'rows that are gone',
    {
      'occupationSkillRelations.csv':
        of('occupationSkillRelations.csv').split(occupation(1))[0] ?? '',
    },
    /^occupationSkillRelations\.csv: 1 of 2 occupations have no skill/,
  ],
  ['an empty file', { 'skills_fr.csv': '' }, /^skills_fr\.csv: the file is empty/],
  [
    'no rows',
    { 'skills_fr.csv': `${skillHead}\n` },
    /^skills_fr\.csv: words for only 0 of 3 skills/,
  ],
  [
    'a concept given twice',
    { 'skills_en.csv': of('skills_en.csv').replace(skill(2), skill(1)) },
    /^skills_en\.csv, line 4, column conceptUri: .*twice/,
  ],
  [
    'a wrong ISCO code',
    { 'occupations_en.csv': of('occupations_en.csv').replace(',7212,welder', ',welders,welder') },
    /^occupations_en\.csv, line 3, column iscoGroup: not ISCO-08/,
  ],
])('%s is named, and nothing is half-loaded', async (_, changes, problem) => {
  const open = await testDatabase('sqlite')
  await loadEsco(open, [download()])
  const before = await everything(open)
  const folder = download(changes)
  await expect(importEsco.run([folder, '--force'], { open, log: () => {} })).rejects.toThrow(
    problem,
  )
  expect(await everything(open)).toEqual(before)
})

test('what the database refuses leaves nothing behind', async () => {
  const open = await testDatabase('sqlite')
  await open.db.schema.dropTable('taxonomy_load').execute()
  const broken = { ...open, db: open.db }
  await expect(loadEsco(broken, [download()], { force: true })).rejects.toThrow()
  expect((await everything(open)).concepts).toEqual([])
})

test('a folder that does not exist, no folder, an unknown option', async () => {
  const open = await testDatabase('sqlite')
  const run = (...args: string[]) => importEsco.run(args, { open, log: () => {} })
  await expect(run('/nowhere/esco')).rejects.toThrow(/no such folder/)
  await expect(run()).rejects.toThrow(/import-esco FOLDER/)
  await expect(run('--fast', 'x')).rejects.toThrow(/import-esco FOLDER/)
})

const esco = process.env.ESCO_DIR
describe.runIf(esco).each(dialects)('the official download of v1.1.1 on %s', (dialect) => {
  test('is imported whole', { timeout: 180_000 }, async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, dialect)
    const counts = await loadEsco(open, [esco ?? ''])
    expect(counts).toEqual({
      ...{ occupations: 3007, skills: 13_896, skillGroups: 647, iscoGroups: 619, labels: 168_897 },
      ...{ relations: 123_855, unresolvedRelations: 67, broader: 24_273, unresolvedBroader: 1 },
    })
    const count = async (table: 'concept_label' | 'concept_broader' | 'occupation_skill') => {
      const all = open.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'))
      return (await all.where('source', '=', 'esco').executeTakeFirstOrThrow()).n
    }
    expect(await count('concept_label')).toBe(168_897)
    expect(await count('concept_broader')).toBe(24_272)
    expect(await count('occupation_skill')).toBe(123_788)
    const kinds = await open.db
      .selectFrom('concept')
      .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
      .where('source', '=', 'esco')
      .groupBy('kind')
      .orderBy('kind')
      .execute()
    expect(kinds).toEqual([
      { kind: 'isco_group', n: 619 },
      { kind: 'occupation', n: 3007 },
      { kind: 'skill', n: 13_896 },
      { kind: 'skill_group', n: 647 },
    ])
    // Skills without a French label are shown in English.
    const { skills } = await taxonomyRows(open.db)
    const labels = await conceptLabels(
      open.db,
      skills.map(({ uri }) => uri),
      'fr',
    )
    expect(labels.size).toBe(skills.length)
    expect(await loadEsco(open, [esco ?? ''])).toBe('unchanged')
  })
})
