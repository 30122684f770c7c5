import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadReference, type Reference } from '#app/domain/reference/load-reference.server.ts'
import type { OpenDatabase } from '#db/open.ts'
import { type LinkingRows, linkingRows } from '#db/queries/linking.ts'
import { loadReference as loadWords } from '#db/seed/load-reference.ts'
import { loadSynonyms } from '#db/seed/load-synonyms.ts'
import { indexFromBytes, indexToBytes } from '#search/linking/pack-index.ts'
import { buildTitleIndex } from '#search/linking/title-index.ts'
import { TitleLinker } from '#search/linking/title-linker.ts'
import { titleKey } from '#search/linking/title-words.ts'
import { createDatabase } from '#tests/support/database.ts'

let open: OpenDatabase & { drop: () => Promise<void> }
let reference: Reference
let rows: LinkingRows

beforeAll(async () => {
  open = await createDatabase('sqlite')
  await loadWords(open.db, open.dialect)
  await loadSynonyms(open)
  reference = await loadReference(open.db)
  rows = await linkingRows(open.db)
})
afterAll(() => open.drop())

/** What is linked first: `ferrailleur` is the name of one trade and a deployer's word for another. */
function firstOf(text: string, lang: 'fr' | 'en' | 'ar'): string[] {
  const found = reference.linkTitle(text, lang, 2)
  const alsoDeployers = rows.concepts.filter(({ labels }) =>
    labels.some(
      (it) => it.source === 'deployer' && titleKey(it.text, lang) === titleKey(text, lang),
    ),
  )
  return found.slice(0, 1 + alsoDeployers.length).map(({ uri }) => uri)
}

describe('titles', () => {
  test('every preferred label is linked to its own occupation first', () => {
    for (const lang of ['fr', 'en', 'ar'] as const) {
      const missed = rows.concepts.flatMap(({ uri, kind, labels }) =>
        labels
          .filter((it) => kind === 'occupation' && it.lang === lang && it.role !== 'alternative')
          .filter(({ text }) => !firstOf(text, lang).includes(uri))
          .map(({ text }) => text),
      )
      expect(missed).toEqual([])
    }
  })

  test.each([
    ['Chauffeuse poids lourds (H/F)', 'fr', '8332'],
    ['GBAKA', 'fr', '8331'],
    ['tresseuse de rastas', 'fr', '5141'],
    ['vulcanisateur', 'fr', '7231'],
    ['ndiaga ndiaye', 'fr', '8331'],
    ['chaouch', 'fr', '4110'],
    ['lorry drivers', 'en', '8332'],
    ['co-ordinator of a call center team', 'en', '3341'],
    ['خيّاطة', 'ar', '7531'],
    ['خياطة', 'fr', '7531'],
    ['plombier', 'ar', '7126'],
    ['plumber', 'fr', '7126'],
    ['electricein batiment', 'fr', '7411'],
  ] as const)('%s in %s is of group %s', (title, lang, isco08) => {
    expect(reference.linkTitle(title, lang, 3).map((it) => it.isco08)).toContain(isco08)
  })

  test('scores fall from at most 1; nothing for nothing, little for anything else', () => {
    const found = reference.linkTitle('conducteur', 'fr', 50)
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ score }, at) => score <= (found[at - 1]?.score ?? 1))).toBe(true)
    expect(reference.linkTitle('conducteur', 'fr', 3)).toEqual(found.slice(0, 3))
    for (const nothing of ['', ' ', '()', '-/-', '\u0000']) {
      expect(reference.linkTitle(nothing, 'fr', 5)).toEqual([])
    }
    expect(reference.linkTitle('x'.repeat(10_000), 'fr', 5)).toEqual([])
    expect(reference.linkTitle("soudeur'; --", 'fr', 1)[0]?.isco08).toBe('7212')
  })
})

test.each(['xqzzk', 'zzzz', 'wxcvbn', 'hitsaaja', 'szczęście', 'ضظغثخذ'])(
  '%s means nothing that is known, and nothing is made up',
  (text) => {
    for (const lang of ['fr', 'en', 'ar'] as const) {
      expect(reference.linkTitle(text, lang, 5)).toEqual([])
      expect(reference.linkSkill(text, lang, 5)).toEqual([])
    }
  },
)

test('phrases are linked to skills', () => {
  const [first] = reference.linkSkill("souder à l'arc", 'fr', 1)
  expect(first?.label).toBe("souder à l'arc")
  const plan = reference.linkSkill('savoir lire un plan', 'fr', 4).map(({ label }) => label)
  expect(plan.some((label) => label.startsWith('lire un plan'))).toBe(true)
})

test('an index is the same from its bytes, wherever they begin', () => {
  const index = buildTitleIndex(rows, 'occupation', 'fr')
  const bytes = indexToBytes(index)
  const shifted = new Uint8Array(bytes.length + 3).fill(7)
  shifted.set(bytes, 3)
  for (const stored of [bytes, shifted.subarray(3)]) {
    const read = indexFromBytes(stored)
    expect(read).toEqual(index)
    expect(new TitleLinker(read).link('soudeuse', 5)).toEqual(
      new TitleLinker(index).link('soudeuse', 5),
    )
  }
})

test('a text names concepts, with where', () => {
  const text =
    "Nous cherchons un Soudeur (H/F) ou une chaudronnière.\n- souder à l'arc\n- conduire un camion\nÉquipe sympathique."
  const { occupations, skills } = reference.readText(text, 'fr')
  const named = (mentions: typeof skills) =>
    mentions.map(({ uri, start, end }) => [text.slice(start, end), reference.label(uri, 'fr')])
  expect(named(occupations).slice(0, 2)).toEqual([
    ['Soudeur', 'soudeur / soudeuse'],
    ['chaudronnière', 'chaudronnier / chaudronnière'],
  ])
  expect(named(skills)).toContainEqual(["souder à l'arc", "souder à l'arc"])
  expect(named(skills)).toContainEqual([
    'conduire un camion',
    'conduire et manœuvrer un poids lourd',
  ])
  const long = `${'soudeur et plombier, '.repeat(20_000)}`
  expect(reference.readText(long, 'fr').occupations).toHaveLength(2)
  expect(reference.readText('', 'ar')).toEqual({ occupations: [], skills: [] })
})

test('near names: a deployer’s words first, none twice, none that is shown already', () => {
  const [driver] = reference.linkTitle('conducteur de bus', 'fr', 1)
  const names = reference.nearNames(driver?.uri ?? '')
  expect(names.slice(0, 2)).toContain('gbaka')
  expect(names.length).toBeLessThanOrEqual(12)
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain('conducteur de bus')
  expect(reference.nearNames('http://nowhere')).toEqual([])
})
