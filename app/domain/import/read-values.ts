import type { CompanyRole } from '#app/domain/company/record.ts'
import { westernDigits } from '#app/domain/countries/country-pack.ts'
import { isCountryCode } from '#app/domain/countries/names.ts'
import { foldText as fold } from '#app/domain/recognition/text.ts'
import type { ParsedCompany } from './import.ts'

// How single values stand in lists that people keep: each function gives what it means, or null.

/** Words by which a cell says that there is nothing to say. */
const nothing = new Set(
  'neant nean nil null aucun aucune non na n a ras rien nr nc sans inconnu inconnue indisponible vide none unknown no x xx xxx لا لا يوجد بدون غير معروف'
    .split(' ')
    .concat(
      'n a',
      'n d',
      'n c',
      'n r',
      's o',
      'non renseigne',
      'non communique',
      'non disponible',
      'pas de',
      'not available',
      'a completer',
      'لا يوجد',
      'غير معروف',
      'غير متوفر',
    ),
)

/** True for a cell that says nothing: empty, a dash, "néant", "n/a". */
export function saysNothing(text: string): boolean {
  if (text === '') return true
  if (text.length > 20) return false
  const key = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return key === '' || nothing.has(key)
}

type Size = Pick<ParsedCompany, 'headcount' | 'sizeBand'>
const bandOf = (count: number): NonNullable<Size['sizeBand']> =>
  count < 2 ? '1' : count < 10 ? '2-9' : count < 50 ? '10-49' : count < 250 ? '50-249' : '250+'
const counted = (count: number): Size => ({
  headcount: count,
  sizeBand: count > 0 ? bandOf(count) : null,
})

const aboutWords: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  dozen: 12,
}
const mostPeople = 500_000

/** Words that may stand with the figures of a size without changing what they say. */
const aroundFigures = new Set(
  'env environ approx approximativement about around circa vers pres presque de d a au an un une entre et ou to and or from between employe employes salarie salaries salariee personne personnes pers agent agents travailleur travailleurs ouvrier ouvriers permanent permanents people employee employees staff worker workers emploi emplois collaborateur collaborateurs e s es عامل عمال عاملا موظف موظفا موظفين اجير اجراء حوالي من الي بين و تقريبا'.split(
    ' ',
  ),
)
const moreWords = new Set('plus sup superieur superieure over more than least > + اكثر'.split(' '))
const lessWords = new Set('moins inf inferieur inferieure under less fewer < اقل'.split(' '))

/** How many people a text speaks of: "25", "~25", "10 à 49", "plus de 250", "une vingtaine", "20 personnes". */
export function readSize(text: string): Size | null {
  const plain = fold(westernDigits(text))
    .replace(/(\d)[\s.\u00a0]+(?=\d{3}(\D|$))/g, '$1')
    .replace(/(\d)[.,]0+(?=\D|$)/g, '$1')
    .replace(/\b(au moins|at least)\b/g, ' plus ou ')
  if (/^(seul|seule|auto ?-?entrepreneur|independant|self employed|alone)$/.test(plain.trim())) {
    return counted(1)
  }
  const tokens = plain.match(/\d+|\p{L}+|[<>+]/gu) ?? []
  const numbers = tokens.filter((token) => /^\d/.test(token)).map(Number)
  const others = tokens.filter((token) => !/^\d/.test(token))
  const about = others.map((word) => aboutWords[word]).find(Boolean)
  const more = others.some((word) => moreWords.has(word))
  const less = others.some((word) => lessWords.has(word))
  const known = others.every(
    (word) =>
      aroundFigures.has(word) || moreWords.has(word) || lessWords.has(word) || word in aboutWords,
  )
  if (!known || (more && less) || numbers.some((one) => one > mostPeople)) return null
  const [low, high] = numbers.length === 0 && about !== undefined ? [about] : numbers
  if (low === undefined || numbers.length > 2) return null
  if (high === undefined) {
    // "250 et plus" begins at 250, "plus de 250" at 251.
    const inclusive = /\d\s*\+|\b(et|ou|and|or) (plus|more)\b|\bplus ou\b/.test(plain)
    if (more) return { headcount: null, sizeBand: bandOf(inclusive ? low : low + 1) }
    if (less) return low > 1 ? { headcount: null, sizeBand: bandOf(low - 1) } : null
    return counted(low)
  }
  if (more || less || low > high) return null
  const [from, to] = [bandOf(low), bandOf(high)]
  if (from === to) return { headcount: null, sizeBand: from }
  // "10 à 50" and "1 à 9" are the bands themselves, said loosely.
  if (bandOf(high - 1) === from) return { headcount: null, sizeBand: from }
  return bandOf(low + 1) === to ? { headcount: null, sizeBand: to } : null
}

/** True for a size band that a spreadsheet program took for a date: "10-49" became October 1949. */
export function isDateForSize(text: string): boolean {
  const plain = fold(text)
  return (
    /^\d{4}-\d\d-\d\d$/.test(plain) ||
    /^\d{1,2}[-/. ]?(janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|sep)\b/.test(
      plain,
    ) ||
    /^(janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|sep)[a-z]*\.?[-/. ]\d{2,4}$/.test(
      plain,
    )
  )
}

/** The year in a text: "2012", "12/03/2012", "créée en 2012", a day as `YYYY-MM-DD`; null for none or several. */
export function readYear(text: string): number | null {
  const years = [...westernDigits(text).matchAll(/(?<!\d)([1-9]\d{3})(?!\d)/g)].map(([year]) =>
    Number(year),
  )
  const [year] = years
  return year !== undefined && new Set(years).size === 1 ? year : null
}

const adjectives: Readonly<Record<string, string>> = {
  francais: 'FR',
  francaise: 'FR',
  libanais: 'LB',
  libanaise: 'LB',
  ivoirien: 'CI',
  ivoirienne: 'CI',
  chinois: 'CN',
  chinoise: 'CN',
  marocain: 'MA',
  marocaine: 'MA',
  tunisien: 'TN',
  tunisienne: 'TN',
  senegalais: 'SN',
  senegalaise: 'SN',
  allemand: 'DE',
  allemande: 'DE',
  italien: 'IT',
  italienne: 'IT',
  americain: 'US',
  americaine: 'US',
  turc: 'TR',
  turque: 'TR',
  indien: 'IN',
  indienne: 'IN',
  espagnol: 'ES',
  espagnole: 'ES',
  belge: 'BE',
  suisse: 'CH',
  britannique: 'GB',
  anglaise: 'GB',
  anglais: 'GB',
  nigerian: 'NG',
  nigeriane: 'NG',
  ghaneen: 'GH',
  ghaneenne: 'GH',
  burkinabe: 'BF',
  malien: 'ML',
  malienne: 'ML',
  togolais: 'TG',
  togolaise: 'TG',
  beninois: 'BJ',
  beninoise: 'BJ',
  neerlandais: 'NL',
  neerlandaise: 'NL',
  portugais: 'PT',
  portugaise: 'PT',
  algerien: 'DZ',
  algerienne: 'DZ',
  egyptien: 'EG',
  egyptienne: 'EG',
  japonais: 'JP',
  japonaise: 'JP',
  qatari: 'QA',
  qatarie: 'QA',
  usa: 'US',
  'etats unis': 'US',
  uk: 'GB',
  angleterre: 'GB',
  'cote d ivoire': 'CI',
  rci: 'CI',
  hollande: 'NL',
  french: 'FR',
  lebanese: 'LB',
  ivorian: 'CI',
  chinese: 'CN',
  moroccan: 'MA',
  tunisian: 'TN',
  senegalese: 'SN',
  german: 'DE',
  italian: 'IT',
  american: 'US',
  turkish: 'TR',
  indian: 'IN',
  spanish: 'ES',
  british: 'GB',
  فرنسي: 'FR',
  فرنسيه: 'FR',
  تونسي: 'TN',
  تونسيه: 'TN',
  مغربي: 'MA',
  مغربيه: 'MA',
  ايطالي: 'IT',
  ايطاليه: 'IT',
  الماني: 'DE',
  المانيه: 'DE',
}
const own = new Set(
  'local locale locaux nationale national nationaux domestic propre محلي محليه وطني وطنيه'.split(
    ' ',
  ),
)

let countries: Map<string, string> | undefined
function countryWords(): Map<string, string> {
  if (countries) return countries
  const found = new Map(Object.entries(adjectives))
  for (const locale of ['fr', 'en', 'ar']) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    for (let one = 0; one < 26 * 26; one++) {
      const code = String.fromCharCode(65 + Math.floor(one / 26), 65 + (one % 26))
      if (!isCountryCode(code)) continue
      const name = names.of(code)
      if (name) found.set(words(name), code)
    }
  }
  countries = found
  return found
}

const words = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** ISO 3166-1 of the country that a text names, in three languages, as a name, an adjective or a code. */
export function readCountry(text: string, home: string): string | null {
  const key = words(text).replace(/^(capital|capitaux|origine|nationalite|societe) /, '')
  if (/^[a-z]{2}$/.test(key) && isCountryCode(key.toUpperCase())) return key.toUpperCase()
  if (own.has(key)) return home
  const known = countryWords()
  const found = known.get(key)
  if (found) return found
  const parts = [
    ...new Set(
      key
        .split(' ')
        .map((part) => known.get(part))
        .filter(Boolean),
    ),
  ]
  // "100 % française" names one country, "franco-libanaise" or "France, Liban" does not.
  return parts.length === 1 && !/^(franco|mixte)\b/.test(key) ? (parts[0] ?? null) : null
}

/** What a firm can be, by the roles that the product knows. */
const roleWords: readonly (readonly [CompanyRole, RegExp])[] = [
  [
    'employer',
    /\b(emploi|emplois|employeur|recrut\w*|embauche|hiring|employer|jobs?)\b|تشغيل|توظيف/,
  ],
  [
    'intern-host',
    /\b(stages?|stagiaires?|interns?|internships?|immersion|apprenti\w*)\b|تربص|تدريب ميداني/,
  ],
  ['trainer', /\b(formation|formateur|formatrice|former|training|trainer)\b|تكوين/],
  [
    'buyer',
    /\b(achats?|acheteur|sous.?traitance|fournisseurs?|buyer|purchas\w*|suppliers?)\b|شراء|مناوله/,
  ],
  ['mentor', /\b(mentor\w*|parrain\w*|tutorat|coaching)\b|مرافقه|ارشاد/],
  ['investor', /\b(invest\w*|financ\w*)\b|استثمار/],
]

/** The roles that a text names; null where it names none. */
export function readRoles(text: string): CompanyRole[] | null {
  const plain = fold(text)
  const found = roleWords.filter(([, pattern]) => pattern.test(plain)).map(([role]) => role)
  return found.length > 0 ? found : null
}
