import { expect, test } from 'vitest'
import { occupationOffers } from '#app/routes/opportunity/occupation-offers.server.ts'
import { skillOffers } from '#app/routes/opportunity/skill-offers.server.ts'
import { searchStores } from './search-support.ts'

test('an advert whose title says little is offered the occupations that its description names', async () => {
  const { reference, occupation } = await searchStores('sqlite')
  const description = 'Nous cherchons un carreleur et une maçonne pour deux mois.'
  const offered = (title: string, text: string, chosen: string | null = null) =>
    occupationOffers(reference, 'fr', title, chosen, text).map(({ uri }) => uri)
  const named = [occupation('carreleur'), occupation('maçon')]
  for (const title of ['Recrutement urgent', 'Deux postes à pourvoir', 'xyzzyq']) {
    expect(offered(title, description).slice(0, 2), title).toEqual(named)
    expect(offered(title, description).length, title).toBeLessThanOrEqual(6)
    const chosen = occupation('plombier')
    expect(offered(title, description, chosen).slice(0, 3), title).toEqual([chosen, ...named])
  }
  // A title that says what it is about is taken at its word.
  expect(offered('Soudeur', description)).toEqual(offered('Soudeur', ''))
  expect(offered('xyzzyq', '').slice(0, 2)).not.toEqual(named)
})

test('a search for skills of an advert finds what a phrase means, without those chosen', async () => {
  const { reference } = await searchStores('sqlite')
  const search = (essential: string[]) =>
    skillOffers(reference, 'fr', null, { essential, useful: [] }, 'élever des poulets').results ??
    []
  const [first, ...others] = search([])
  expect(first?.label).toBe('élever des poulets et des pondeuses')
  expect(search([first?.uri ?? '']).map(({ uri }) => uri)).toEqual(others.map(({ uri }) => uri))
})
