import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchEngine } from '#search/engine.ts'
import type { OpenEngine } from './contract.ts'
import { profileWith, seededTaxonomy } from './corpus.ts'

const TEXTS: {
  readonly [id: string]: { title: string; skills?: string; place?: string; body?: string }
} = {
  welder: {
    title: 'Soudeur',
    skills: "souder à l'arc, lire un plan",
    place: 'Abidjan',
    body: 'welder لحّام',
  },
  electrician: {
    title: 'Électricien bâtiment',
    skills: 'câblage',
    place: 'Bouaké',
    body: 'electrician كهربائي',
  },
  tailor: {
    title: 'Couturière',
    skills: 'coudre des vêtements',
    place: 'Sousse',
    body: 'tailor خيّاطة',
  },
  worker: { title: "Chef d’œuvre et main-d'œuvre", skills: 'sous-traitance', place: 'San-Pédro' },
  teacher: { title: 'مُعَلِّمَة', skills: 'التدريس', place: 'تونس', body: 'enseignante teacher' },
  cook: { title: 'طبّاخ', skills: 'إعداد الطعام', place: 'صفاقس', body: 'cuisinier cook للتجارة' },
  engineer: {
    title: 'Network engineer',
    skills: 'routing, switching',
    place: 'Tunis',
    body: 'soudeur',
  },
  seller: { title: 'Commis de bazar', skills: 'emballer', place: 'Gagnoa', body: 'vendeur' },
  lender: { title: 'Vendaer', skills: 'emballer', place: 'Gagnoa' },
  dish: { title: 'Plongeur', skills: 'vaisselle', place: 'Dakar', body: 'dishwasher soudeur' },
}

const DOCUMENTS = Object.keys(TEXTS).length

const CASES: readonly [what: string, text: string, ids: readonly string[]][] = [
  ['a French word', 'couturière', ['tailor']],
  ['an English word', 'tailor', ['tailor']],
  ['an Arabic word', 'كهربائي', ['electrician']],
  ['capital letters', 'PLONGEUR', ['dish']],
  ['a word without its accents', 'electricien', ['electrician']],
  ['a word with accents too many', 'plôngéur', ['dish']],
  ['oe for œ', 'oeuvre', ['worker']],
  ['œ as written', 'œuvre', ['worker']],
  ['decomposed accents', 'E\u0301lectricien', ['electrician']],
  ['Arabic without harakat', 'معلمة', ['teacher']],
  ['Arabic with ha for ta marbuta', 'معلمه', ['teacher']],
  ['Arabic with tatweel', 'طبـــاخ', ['cook']],
  ['Arabic alef without hamza', 'اعداد', ['cook']],
  ['Arabic without its article', 'تدريس', ['teacher']],
  ['Arabic without its preposition and article', 'تجارة', ['cook']],
  ['Arabic with another preposition before its article', 'والتجارة ', ['cook']],
  ['both words of two', 'network routing', ['engineer']],
  ['words in any order and column', 'tunis engineer', ['engineer']],
  ['no document with all words', 'network vaisselle', []],
  ['little words left out', 'coudre de la vêtements', ['tailor']],
  ['the beginning of the last word', 'plong', ['dish']],
  ['the beginning of an Arabic word', 'كهرب', ['electrician']],
  ['no beginning of a finished word', 'plong ', []],
  ['a hyphen as a space', 'sous traitance', ['worker']],
  ['a hyphen', 'san-pedro', ['worker']],
  ['a straight apostrophe', "d'oeuvre", ['worker']],
  ['a curly apostrophe', 'd’oeuvre', ['worker']],
  ['a letter missing', 'plongur ', ['dish']],
  ['a letter too many', 'plongeeur ', ['dish']],
  ['a wrong letter', 'plomgeur ', ['dish']],
  ['two letters exchanged', 'plognuer '.replace('nuer', 'neur'), ['dish']],
  ['a wrong first letter', 'blongeur ', ['dish']],
  ['a missing first letter', 'outuriere ', ['tailor']],
  ['first letters exchanged', 'ocuturiere ', ['tailor']],
  ['two typos in a long word', 'elektrycien ', ['electrician']],
  ['a typo in a word still being typed', 'electrycie', ['electrician']],
  ['a typo in Arabic', 'كهربابي ', ['electrician']],
  ['no typo in a short word', 'cok ', []],
  ['no two typos in a word of eight', 'blomgeur ', []],
  ['no typos of a word that a document holds', 'vendeur ', ['seller']],
  ['no typos of a beginning that a document holds', 'vende', ['seller']],
  ['no typos beside the longer words of an unfinished one', 'vendeur', ['seller']],
  ['a typo beside a word that is held', 'vendeur bazarr ', ['seller']],
  ['a typo that two words are near', 'vendaur ', ['lender', 'seller']],
]

/** What is found of words that are known to be spelt right: no typos, a plural in the singular. */
const KNOWN: readonly [text: string, known: readonly string[], ids: readonly string[]][] = [
  ['vendaur ', ['vendaur'], []],
  ['vendaur', ['vendaur'], []],
  ['vendau', ['vendau'], []],
  ['vendeur', ['vendeur'], ['seller']],
  ['vende', ['vende'], ['seller']],
  ['plongeurs ', ['plongeurs'], ['dish']],
  ['plongeurs', ['plongeurs'], ['dish']],
  ['plongeurz', ['plongeurz'], []],
  ['vaisselles plongeurs', ['plongeurs', 'vaisselles'], ['dish']],
  ['vendeurs ', ['vendeurs'], ['seller']],
  ['plomgeur vaisselle ', ['vaisselle'], ['dish']],
  ['plomgeur vaisselle', ['plomgeur'], []],
  ['Vendaür ', ['vendaur'], []],
  ['outuriere ', ['couturiere', ''], ['tailor']],
]

const HOSTILE = [
  '"',
  "'",
  '*',
  'title:',
  'AND OR NOT',
  'NEAR(a b)',
  '((((',
  '{title body}',
  '^soudeur',
  '-soudeur',
  "'; DROP TABLE profile_1_document; --",
  '%_%',
  '\u0000\u0001',
  '\ud800',
  '🧑‍🏭',
  '\\',
  'a"b"c',
  '../..',
  '<script>alert(1)</script>',
  'skills = "x" OR 1=1',
]

export function describeText(name: string, open: OpenEngine): void {
  describe(`${name}: text`, () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await open(seededTaxonomy(1))
      const documents = Object.entries(TEXTS).map(([id, text]) =>
        profileWith(id, { text: { skills: '', place: '', body: '', ...text } }),
      )
      await engine.put('profile', documents)
      await engine.settled()
    })
    afterAll(() => engine.close())
    const ids = async (text: string) =>
      (await engine.search('profile', { text })).hits.map(({ id }) => id)

    test.each(CASES)('finds %s: %s', async (_, text, expected) => {
      expect((await ids(text)).sort()).toEqual([...expected].sort())
    })

    test.each(KNOWN)('of %j with %j known finds %j', async (text, known, expected) => {
      const { hits, total } = await engine.search('profile', { text, known })
      expect(hits.map(({ id }) => id).sort()).toEqual(expected)
      expect(total).toBe(expected.length)
    })

    test('no typo comes before the word itself, whatever the order', async () => {
      for (const sort of ['relevance', 'newest'] as const) {
        const { hits } = await engine.search('profile', { text: 'vendeur', sort })
        expect(hits.map(({ id }) => id)).toEqual(['seller'])
      }
    })

    test('puts a word of the title before one of the body', async () => {
      expect(await ids('soudeur')).toEqual(['welder', 'dish', 'engineer'])
    })

    test('gives everything for no text, blanks or punctuation only', async () => {
      for (const text of ['', '   ', '?!… -']) expect(await ids(text)).toHaveLength(DOCUMENTS)
    })

    test.each(HOSTILE)('answers hostile text %j', async (text) => {
      const { total, hits } = await engine.search('profile', { text })
      expect(hits.length).toBe(total)
    })

    test('answers 10,000 characters', async () => {
      expect(await ids('soudeur '.repeat(1250))).toContain('welder')
      expect(await ids('é'.repeat(10_000))).toEqual([])
      expect(await ids('('.repeat(10_000))).toHaveLength(DOCUMENTS)
    })
  })

  test(`${name}: an empty index answers`, async () => {
    const engine = await open(seededTaxonomy(1))
    for (const kind of ['profile', 'opportunity', 'company'] as const) {
      const result = await engine.search(kind, { text: 'soudeur', facets: ['country'] })
      expect(result).toMatchObject({ hits: [], total: 0, facets: { country: [] } })
    }
    await engine.close()
  })
}
