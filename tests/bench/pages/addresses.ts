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
/** How often each search is asked under another address. */
const copies = 30

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
    searchAgain: open(...searches.slice(0, 5)),
    opportunity: open(`/fr/opportunities/${info.opportunityId}`),
    matches: { paths: ['/fr/matches'], cookie: info.cookie },
  }
}
