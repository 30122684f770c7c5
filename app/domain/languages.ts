import { type Names, names } from './countries/country-pack.ts'

/** A language of the pickers: ISO 639-1 code, or 639-3 where the first has none; names where ICU's are missing or stiff. */
interface Language {
  code: string
  own?: Names
}

const offered: readonly Language[] = [
  { code: 'fr' },
  { code: 'en' },
  { code: 'ar' },
  { code: 'aeb', own: names('arabe tunisien', 'Tunisian Arabic', 'العربية التونسية') },
  {
    code: 'ary',
    own: names('arabe marocain (darija)', 'Moroccan Arabic (Darija)', 'الدارجة المغربية'),
  },
  { code: 'zgh', own: names('tamazight (berbère)', 'Tamazight (Berber)', 'الأمازيغية') },
  { code: 'shi', own: names('tachelhit', 'Tashelhit', 'تشلحيت') },
  { code: 'rif', own: names('tarifit (rifain)', 'Tarifit (Riffian)', 'تاريفيت') },
  { code: 'kab', own: names('kabyle', 'Kabyle', 'القبائلية') },
  { code: 'dyu', own: names('dioula', 'Dyula', 'الديولا') },
  { code: 'bci', own: names('baoulé', 'Baoulé', 'الباولي') },
  { code: 'bev', own: names('bété', 'Bété', 'البيتي') },
  { code: 'sef', own: names('sénoufo', 'Senufo', 'السنوفو') },
  { code: 'any', own: names('agni', 'Anyin', 'الأنيي') },
  { code: 'dnj', own: names('dan (yacouba)', 'Dan (Yacouba)', 'الدان (ياكوبا)') },
  { code: 'ati', own: names('attié', 'Attié', 'الأتيي') },
  { code: 'gxx', own: names('guéré (wè)', 'Wè (Guéré)', 'الغيري') },
  { code: 'bm', own: names('bambara', 'Bambara', 'البمبارا') },
  { code: 'man', own: names('malinké / mandingue', 'Mandinka (Malinke)', 'المالينكي (ماندينغ)') },
  { code: 'wo', own: names('wolof', 'Wolof', 'الولوفية') },
  { code: 'ff', own: names('peul (pulaar, fulfulde)', 'Fula (Pulaar)', 'الفولانية (بولار)') },
  { code: 'srr', own: names('sérère', 'Serer', 'السيرير') },
  { code: 'dyo', own: names('diola (Casamance)', 'Jola', 'الجولا (كازامانس)') },
  { code: 'snk', own: names('soninké', 'Soninke', 'السوننكي') },
  { code: 'mos', own: names('mooré', 'Mossi (Mooré)', 'الموسي (موري)') },
  { code: 'ha' },
  { code: 'yo' },
  { code: 'ln' },
  { code: 'sw' },
  { code: 'es' },
  { code: 'it' },
  { code: 'de' },
  { code: 'pt' },
  { code: 'nl' },
  { code: 'ru' },
  { code: 'tr' },
  { code: 'zh' },
  { code: 'ja' },
  { code: 'ko' },
  { code: 'hi' },
  { code: 'el' },
  { code: 'pl' },
  { code: 'ro' },
  { code: 'sv' },
  { code: 'mt' },
  { code: 'he' },
  { code: 'fa' },
]

const byCode = new Map(offered.map((language) => [language.code, language]))
const displayNames = new Map<string, Intl.DisplayNames>()

/** Codes of the languages offered in pickers, the most asked first. */
export const languageCodes: readonly string[] = offered.map((language) => language.code)

/** The language's name in the reader's language; the code itself where nobody knows a name. */
export function languageName(code: string, locale: keyof Names): string {
  const own = byCode.get(code)?.own
  if (own) return own[locale]
  if (!/^[a-z]{2,3}$/.test(code)) return code
  let formatter = displayNames.get(locale)
  if (!formatter) {
    formatter = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
    displayNames.set(locale, formatter)
  }
  return formatter.of(code) ?? code
}

/** The languages of the pickers, in the alphabetical order of the reader's language. */
export function languageOptions(locale: keyof Names): { code: string; name: string }[] {
  const collator = new Intl.Collator(locale)
  return languageCodes
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((one, other) => collator.compare(one.name, other.name))
}

/** Levels of the Common European Framework from lowest to highest, and mother tongue above them. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
export type CefrLevel = (typeof cefrLevels)[number]

export const cefrNames: Record<CefrLevel, Names> = {
  A1: names('A1 – quelques mots', 'A1 – a few words', 'A1 – بضع كلمات'),
  A2: names('A2 – échanges simples', 'A2 – simple exchanges', 'A2 – محادثات بسيطة'),
  B1: names('B1 – je me débrouille', 'B1 – I get by', 'B1 – أتدبر أمري'),
  B2: names('B2 – à l’aise', 'B2 – at ease', 'B2 – بسهولة'),
  C1: names('C1 – très à l’aise', 'C1 – very much at ease', 'C1 – بسهولة كبيرة'),
  C2: names('C2 – maîtrise complète', 'C2 – full command', 'C2 – إتقان تام'),
  native: names('Langue maternelle', 'Mother tongue', 'اللغة الأم'),
}

/** True for a level of `cefrLevels`. */
export function isCefrLevel(text: string): text is CefrLevel {
  return (cefrLevels as readonly string[]).includes(text)
}

/** Position of a level from 0 (A1) to 6 (native). */
export function cefrRank(level: CefrLevel): number {
  return cefrLevels.indexOf(level)
}

/** Negative when `one` is below `other`, 0 when equal, positive when above: the difference in levels. */
export function compareCefr(one: CefrLevel, other: CefrLevel): number {
  return cefrRank(one) - cefrRank(other)
}

/** True when what a person has is at least what is asked. */
export function meetsCefr(has: CefrLevel, asked: CefrLevel): boolean {
  return compareCefr(has, asked) >= 0
}
