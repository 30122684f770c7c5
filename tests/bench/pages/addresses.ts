import { randomFrom } from '#tests/search/corpus.ts'
import type { ProductInfo } from './product-server.ts'

const words = [
  'soudeur',
  'électricien',
  'comptable',
  'chauffeur',
  'cuisine',
  'vente',
  'couture',
  'mécanicien',
  'menuisier',
  'maçon',
  'plombier',
  'serveur',
  'agent',
  'gestion',
  'technicien',
  'livreur',
  'gardien',
  'frigoriste',
  'caissier',
  'secrétaire',
  'cacao',
  'anacarde',
  'port',
  'atelier',
  'chantier',
]
const narrowed = ['', '&kind=job', '&kind=internship', '&sort=newest']
const places = ['', '&place=Abidjan&km=25', '&place=Bouaké&km=50', '&place=San-Pédro&km=100']
const pages = ['', '&page=2']
/** Searches that a crowd sends one after the other. */
const crowd = 6000
/** How often each search is asked under another address. */
const copies = 300

/** What is asked for under each name, and as whom. */
export function addressesOf(
  info: ProductInfo,
): Record<string, { paths: string[]; cookie: string }> {
  const open = (...paths: string[]) => ({ paths, cookie: '' })
  const searches = words.flatMap((word) =>
    narrowed.map((more) => `/fr/opportunities?q=${encodeURIComponent(word)}${more}`),
  )
  // The number is read by nobody and makes each address another one: no answer can have been kept.
  const allNew = Array.from({ length: copies }, (_, copy) =>
    searches.map((path) => `${path}&n=${copy}`),
  ).flat()
  return {
    healthz: open('/healthz'),
    home: open('/fr'),
    list: open('/fr/opportunities', '/fr/opportunities?page=2', '/fr/opportunities?kind=job'),
    search: open(...allNew),
    searchMix: open(...asACrowdAsks()),
    searchAgain: open(...searches.slice(0, 5)),
    opportunity: open(`/fr/opportunities/${info.opportunityId}`),
    matches: { paths: ['/fr/matches'], cookie: info.cookie },
  }
}

/**
 * Searches in the shares in which people send them: by Zipf's law over all words with all narrowings,
 * the n-th most frequent 1/n as often as the first. Words that come first above are taken to be the frequent ones.
 */
function asACrowdAsks(): string[] {
  const all = pages.flatMap((page) =>
    places.flatMap((place) =>
      narrowed.flatMap((more) =>
        words.map(
          (word) =>
            `/fr/opportunities?q=${encodeURIComponent(word)}${more}${encodeURI(place)}${page}`,
        ),
      ),
    ),
  )
  const sums: number[] = []
  let sum = 0
  for (let rank = 1; rank <= all.length; rank += 1) {
    sum += 1 / rank
    sums.push(sum)
  }
  const random = randomFrom(11)
  return Array.from({ length: crowd }, () => {
    const drawn = random.next() * sum
    return all[sums.findIndex((one) => one >= drawn)] as string
  })
}
