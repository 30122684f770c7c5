import { wordsOf } from '../text.ts'

const set = (words: string) => new Set(words.split(' '))

/** Before a name: it says where a road leads, not where the company is. */
export const towards = set('route rte axe vers direction sortie autoroute aut rn طريق')
/** Before a name: a street or a building that was given the name of a place. */
export const streets = set(
  'rue avenue av ave bd bld blvd bvd boulevard impasse immeuble imm residence villa allee rond galerie شارع نهج',
)
/** Before a name: a quarter or a building whose name may also be a town's. */
export const quarterly = set(
  'quartier qtier qrt quart qt cite lot lotissement secteur ilot sect حي',
)
/** Before a name: a first- or second-level unit of that name, not its chief town. */
export const unitly = set(
  'region reg district gouvernorat gouv gov governorate wilaya province departement dept dpt prefecture delegation ' +
    'circonscription ولايه جهه اقليم محافظه',
)
/** Between a cue and its name. */
export const linking = set('de du des d la le l les of the autonome zone industrielle el al')
/** Between two places: both are meant. */
export const joining = set('et and ainsi puis plus و')

/** Words of addresses that name no place. */
export const noise = new Set([
  ...towards,
  ...streets,
  ...quarterly,
  ...unitly,
  ...linking,
  ...set(
    'bp tel fax cel cedex km carrefour face pres cote derriere non loin marche mairie commune ville centre zone zi za industrielle ' +
      'industriel portuaire franche nord sud est ouest village siege social agence bureau usine depot antenne gare chu hopital lycee ' +
      'ecole eglise mosquee pharmacie hotel banque station apres avant en sous prefecture marina port sur terminus etage ' +
      'appartement appt porte rez chaussee principal commerce commercial extension tranche pays territoire national tout toute ' +
      'interieur divers autre autres neant na nc nd xx xxx r c i sa sarl localite adresse lieu dit pk phase bloc مدينه المدينه',
  ),
])

const numbers: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  deux: '2',
  trois: '3',
  quatre: '4',
  '1er': '1',
  '2e': '2',
  '7e': '7',
  '7eme': '7',
  '8e': '8',
  '8eme': '8',
  '9e': '9',
  '9eme': '9',
  un: '1',
}

const shortForms: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  gd: 'grand',
  gde: 'grande',
  grd: 'grand',
  gran: 'grand',
  mzl: 'menzel',
  qrt: 'quartier',
  pt: 'petit',
  ouled: 'oulad',
  residentiels: 'residentiel',
  sect: 'secteur',
}

/** A word as it is compared in place names: short forms written out, ordinals and Roman numbers as digits. */
function placeWord(word: string): string {
  return numbers[word] ?? shortForms[word] ?? word
}

/** The words of a place name or an address; words that only link names keep their place. */
export function placeWords(text: string): string[] {
  return wordsOf(text).map(placeWord)
}

/** Words joined without spaces: hyphens, apostrophes and spaces do not tell names apart. */
export function compact(words: readonly string[]): string {
  return words.join('')
}
