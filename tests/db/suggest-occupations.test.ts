import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/open.ts'
import { vocabularyRows } from '#db/queries/taxonomy.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { buildSuggester, type Suggester } from '#search/linking/suggest.ts'
import type { VocabularyRow } from '#search/linking/vocabulary.ts'
import { createDatabase } from '#tests/support/database.ts'

/** Titles as people type them, with the ESCO occupation that they mean. */
const titles = {
  soudeuse: '7aedaa07-3884-4c5b-88f9-80997b2aa54b', // welder
  plombier: 'ed3cf43d-c2c1-4c46-82fc-1375e27e0290', // plumber
  maçonne: '05f321f8-055b-407d-bf19-e0ddabda56b7', // bricklayer
  'conductrice de poids lourds': '45037d43-a8f5-4f46-b332-b2935bc305f4', // cargo vehicle driver
  'aide cuisinière': 'e1cf6897-158d-4b48-a39e-2a3a8cac216c', // kitchen assistant
  'électricien photovoltaïque': '75b63949-1b93-4bf2-a777-ccf978dc3e8a', // solar energy technician
  'équipier de restauration rapide': '96a0d8d3-d4a6-473d-80d6-b5dbadde940a', // quick service restaurant crew member
}
const uriOf = (id: string) => `http://data.europa.eu/esco/occupation/${id}`

/** Random numbers from 0 to 1, the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyzéèç ']

/** The text with each typo of one kind that it may have: a letter dropped, replaced, exchanged with the next, or added. */
const typos: Record<string, (text: string) => string[]> = {
  deletion: (text) => [...text].map((_, at) => text.slice(0, at) + text.slice(at + 1)),
  substitution: (text) =>
    [...text].flatMap((_, at) =>
      letters.map((letter) => text.slice(0, at) + letter + text.slice(at + 1)),
    ),
  transposition: (text) =>
    [...text.slice(1)].map(
      (_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
    ),
  insertion: (text) =>
    [...text, ''].flatMap((_, at) =>
      letters.map((letter) => text.slice(0, at) + letter + text.slice(at)),
    ),
}

/** At most 40 of the texts, and always those that touch the first letter when `first` says how many stand ahead. */
function sample(texts: readonly string[], first: number, random: () => number): string[] {
  const [ahead, others] = [texts.slice(0, first), texts.slice(first)]
  const picked = new Set(ahead.slice(0, 10))
  const most = Math.min(40, new Set(texts).size)
  const pool = [...ahead, ...others]
  while (picked.size < most) picked.add(pool[Math.floor(random() * pool.length)] ?? '')
  return [...picked]
}

const vocabularies = process.env.ESCO_DIR ? ['built-in', 'ESCO'] : ['built-in']

describe.each(vocabularies)('with the %s vocabulary', (vocabulary) => {
  let open: OpenDatabase & { drop: () => Promise<void> }
  let rows: VocabularyRow[]
  let suggester: Suggester

  beforeAll(async () => {
    open = await createDatabase('sqlite')
    await loadReference(open.db, open.dialect)
    if (vocabulary === 'ESCO') await loadEsco(open, [process.env.ESCO_DIR ?? ''])
    rows = await vocabularyRows(open.db)
    suggester = buildSuggester(rows)
  })
  afterAll(() => open.drop())

  test.each(Object.entries(titles))('%s is found, typed well or with one typo', (title, id) => {
    const uris = (text: string) => suggester.occupations(text, 'fr', 3).map(({ uri }) => uri)
    expect(uris(title)[0]).toBe(uriOf(id))
    const random = seeded(title.length)
    const missed: string[] = []
    for (const [kind, variants] of Object.entries(typos)) {
      const texts = variants(title)
      const first = kind === 'deletion' || kind === 'transposition' ? 1 : letters.length
      for (const text of sample(texts, first, random)) {
        if (!uris(text).includes(uriOf(id))) missed.push(text)
      }
    }
    expect(missed).toEqual([])
  })

  test.each([
    ['Soudeur (H/F)', 'fr', 'soudeuse'],
    ['soudeur/soudeuse', 'fr', 'soudeuse'],
    ['soudeur·euse', 'fr', 'soudeuse'],
    ['PLOMBIÈRE', 'fr', 'plombier'],
    ['macon', 'fr', 'maçonne'],
    ['plomb', 'fr', 'plombier'],
    ['poids lourd cond', 'fr', 'conductrice de poids lourds'],
    ['aidecuisinière', 'fr', 'aide cuisinière'],
    ['plumber', 'en', 'plombier'],
    ['plumber', 'fr', 'plombier'],
    ['لحّامة', 'ar', 'soudeuse'],
    ['سبّاك', 'ar', 'plombier'],
  ] as const)('%s in %s is %s', (text, lang, title) => {
    const found = suggester.occupations(text, lang, 3).map(({ uri }) => uri)
    expect(found).toContain(uriOf(titles[title]))
  })

  test('a suggestion says what to show, what matched and the ISCO-08 code', () => {
    const [first] = suggester.occupations('soudeuse', 'en', 1)
    expect(first).toMatchObject({ isco08: '7212', label: 'welder', matched: 'soudeuse' })
  })

  test('each concept once, best first, no more than asked, nothing for nothing', () => {
    const found = suggester.occupations('conducteur', 'fr', 20)
    expect(found.length).toBeGreaterThan(3)
    expect(new Set(found.map(({ uri }) => uri)).size).toBe(found.length)
    const scores = found.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    expect(suggester.occupations('conducteur', 'fr', 2)).toEqual(found.slice(0, 2))
    for (const nothing of ['', ' ', '()/', '-']) {
      expect(suggester.occupations(nothing, 'fr', 5)).toEqual([])
    }
    expect(suggester.occupations('x'.repeat(10_000), 'fr', 5)).toEqual([])
  })

  test('skills are found by the beginning of any word', () => {
    const [first] = suggester.skills("souder à l'arc", 'fr', 1)
    expect(first?.label).toBe("souder à l'arc")
    expect(suggester.skills('arc soud', 'fr', 3).map(({ uri }) => uri)).toContain(first?.uri)
  })

  test("a deployer's synonym is found first", () => {
    const own = rows.map((row) =>
      row.uri === uriOf(titles.soudeuse)
        ? {
            ...row,
            labels: [
              ...row.labels,
              { lang: 'fr', role: 'alternative', source: 'deployer', text: 'fer-forgeur' } as const,
            ],
          }
        : row,
    )
    const [first] = buildSuggester(own).occupations('fer forgeur', 'fr', 1)
    expect(first).toMatchObject({ uri: uriOf(titles.soudeuse), matched: 'fer-forgeur' })
  })
})
