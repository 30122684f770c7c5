/** A list of companies as a chamber may hold it, made by chance from a seed: headings, then rows. */
export interface MadeList {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const trades = [
  ['Boulangerie', 'Boulangerie et pâtisserie'],
  ['Menuiserie', 'Menuiserie bois'],
  ['Garage', 'Réparation automobile'],
  ['Transport', 'Transport de marchandises'],
  ['Quincaillerie', 'Commerce de détail'],
  ['Soudure', 'Construction métallique'],
  ['Agro', 'Agroalimentaire'],
  ['Hôtel', 'Hôtellerie'],
  ['Informatique', 'Services informatiques'],
  ['BTP', 'Bâtiment et travaux publics'],
] as const
const firsts =
  'Awa Banco Comoé Dabou Éburnie Foumbou Gbêkê Harmattan Indénié Jacaranda Kong Lagune Moyé N’Zi Odienné Palmier Raphia Sassandra Taabo Yakassé Ziama Akwaba Bélier Cacao Djolof'.split(
    ' ',
  )
const seconds =
  'Atlantique Bleu Central Doré Étoile Fraternité Golfe Horizon Ivoire Jumeaux Karité Lumière Moderne Nouveau Océan Progrès Quartz Renaissance Soleil Tropical Union Vallon Wafou Zénith Espoir'.split(
    ' ',
  )
const forms = ['SARL', 'SA', 'SAS', 'Ets', 'SARLU', '']
const towns = [
  'Abidjan',
  'COCODY',
  'Yopougon',
  'yopougon',
  'Port-Bouët',
  'PORT BOUET',
  'Bouaké',
  'Bouake',
  'San-Pédro',
  'Yamoussoukro',
  'Korhogo',
  'Daloa',
  'Man',
  'Treichville',
  'Marcory',
  'Abobo',
  'Grand-Bassam',
  'Koumassi',
]
const people = [
  'Kouassi Jean',
  'Traoré Mariam',
  'Yao Konan',
  'Koné Fatou',
  'N’Guessan Paul',
  'Ouattara Issa',
]

/** `count` companies of Côte d'Ivoire, none twice: every one of them can go in, unless `mess` rows in a hundred cannot. */
export function makeList(count: number, { seed = 1, mess = 0 } = {}): MadeList {
  const draw = drawing(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const digits = (length: number) => Array.from({ length }, () => Math.floor(draw() * 10)).join('')
  const rows = Array.from({ length: count }, (_, at) => {
    const [trade, sector] = pick(trades)
    const form = pick(forms)
    const own = `${pick(firsts)} ${pick(seconds)} ${Math.floor(at / 7)}${String.fromCharCode(97 + (at % 7))}`
    const name = form === 'Ets' ? `Ets ${trade} ${own}` : `${trade} ${own} ${form}`.trim()
    const wrong = draw() * 100 < mess
    const domain = `${trade}-${seed}-${at}`
      .normalize('NFD')
      .replace(/[^\w-]/g, '')
      .toLowerCase()
    return [
      String(at + 1),
      name,
      `CI-ABJ-${2005 + (at % 20)}-B-${100_000 + at + seed * 50_000}`,
      sector,
      wrong ? 'Quelque part' : pick(towns),
      `Rue ${1 + Math.floor(draw() * 90)}, lot ${digits(3)}`,
      `${pick(['01', '05', '07'])} ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
      wrong ? `contact ${domain}` : `contact@${domain}.ci`,
      String(1 + Math.floor(draw() * 300)),
      String(1990 + Math.floor(draw() * 34)),
      pick(people),
      pick(['Gérant', 'DG', 'Directrice', 'Responsable RH']),
    ]
  })
  return {
    headings: [
      'N°',
      'Raison sociale',
      'RCCM',
      'Secteur d’activité',
      'Ville',
      'Adresse',
      'Téléphone',
      'E-mail',
      'Effectif',
      'Année de création',
      'Personne à contacter',
      'Fonction',
    ],
    rows,
  }
}

/** The list as a CSV file of the country: semicolons. */
export function csvOf({ headings, rows }: MadeList): string {
  const cell = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [headings, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
