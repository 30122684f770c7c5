import type { TwinFacts } from '#app/domain/recognition/duplicates.ts'

/** Made-up companies with the words, people and towns of real lists; the same each time. */
export function manyCompanies(count: number): TwinFacts[] {
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

/** A company as another list has it. */
export function renamed(company: TwinFacts): TwinFacts {
  return { ...company, id: `row-${company.id}`, legalName: `${company.legalName} SARL` }
}
