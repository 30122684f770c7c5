import { describe, expect, test } from 'vitest'
import {
  buildTwinFinder,
  likely,
  scoreTwins,
  type TwinFacts,
} from '#app/domain/recognition/duplicates.ts'
import { halves, labelled } from './read-labels.ts'
import { twinFacts } from './twin-facts.ts'

const rows = labelled('twins.tsv').map(([label, a = '', b = ''], at) => {
  const [one, two] = [twinFacts(`${at}a`, a), twinFacts(`${at}b`, b)]
  return {
    twin: label === 'twin',
    pair: `${a} <> ${b}`,
    one,
    two,
    score: scoreTwins(one, two).score,
  }
})

describe('pairs of companies', () => {
  test('there are enough of them, twins and others', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320)
    expect(rows.filter((row) => !row.twin).length).toBeGreaterThanOrEqual(130)
  })
  test.each(Object.entries(halves(rows)))('%s half: precision 0.97, recall 0.9', (_, half) => {
    const said = half.filter((row) => row.score >= likely)
    const right = said.filter((row) => row.twin).length
    const misses = half.filter((row) => row.twin !== row.score >= likely).map((row) => row.pair)
    expect(right / said.length, misses.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(right / half.filter((row) => row.twin).length, misses.join('\n')).toBeGreaterThanOrEqual(
      0.9,
    )
  })
  test('the score does not depend on which comes first', () => {
    for (const { one, two, score } of rows) expect(scoreTwins(two, one).score).toBeCloseTo(score, 2)
  })
})

describe('the finder', () => {
  test('finds in the whole list what comparing two by two finds', () => {
    const find = buildTwinFinder(rows.map((row) => row.two))
    const twins = rows.filter((row) => row.score >= likely)
    const found = twins.filter(({ one, two }) => find(one).some((twin) => twin.id === two.id))
    expect(found.length / twins.length).toBeGreaterThanOrEqual(0.97)
  })

  test('never answers with the candidate itself', () => {
    const facts = rows.map((row) => row.one)
    const find = buildTwinFinder(facts)
    for (const one of facts) expect(find(one).map((twin) => twin.id)).not.toContain(one.id)
  })

  test('does not compare every row with every company', () => {
    const companies = manyCompanies(20_000)
    const started = performance.now()
    const find = buildTwinFinder(companies)
    let found = 0
    const asked = companies.slice(0, 2_000)
    for (const company of asked) {
      found += find({
        ...company,
        id: `row-${company.id}`,
        legalName: `${company.legalName} SARL`,
      }).some((twin) => twin.id === company.id)
        ? 1
        : 0
    }
    expect(performance.now() - started).toBeLessThan(40_000)
    expect(found / asked.length).toBeGreaterThan(0.97)
  }, 120_000)
})

/** Made-up companies with the words, people and towns of real lists; the same each time. */
function manyCompanies(count: number): TwinFacts[] {
  const trades =
    'Pharmacie,Boulangerie,Quincaillerie,Transport,Garage,Hôtel,Clinique,Cabinet,Imprimerie,Menuiserie,Agro,Groupe Scolaire,Entreprise,Restaurant'.split(
      ',',
    )
  const people =
    'Koné,Traoré,Ouattara,Kouassi,Kouamé,Koffi,Diallo,Yao,Bamba,Touré,Coulibaly,Konan,Brou,Aka'.split(
      ',',
    )
  const syllables = 'ba,ko,ti,ra,mo,sé,la,di,ga,nou,fa,vi,zo,ké,pra,lu,sen,dor,mi,wa'.split(',')
  const places = ['ci-cocody', 'ci-yopougon', 'ci-bouake', 'ci-korhogo', 'ci-daloa', 'ci-man']
  let state = 11
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const one = <Item>(items: readonly Item[]) => items[next(items.length)] as Item
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    legalName: `${one(trades)} ${one(people)} ${one(syllables)}${one(syllables)}${one(syllables)}`,
    phones: at % 3 === 0 ? [`+22507${String(10_000_000 + at)}`] : [],
    sites: [{ placeId: one(places), lat: null, lng: null }],
  }))
}
