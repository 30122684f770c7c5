import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'

/** What people call each kind of opportunity when they look for one, in the three languages. */
const kindWords: Readonly<Record<string, string>> = {
  job: 'emploi emplois job jobs وظيفة وظائف شغل',
  internship: 'stage stages stagiaire internship internships intern traineeship تدريب تربص متدرب',
  apprenticeship:
    'apprentissage apprenti apprentie alternance apprenticeship apprentice تلمذة تدرج تدريب مهني',
}

/** What people call contracts beside the names that their country gives them. */
const contractWords: Readonly<Record<string, string>> = {
  cdi: 'CDI contrat à durée indéterminée permanent',
  cdd: 'CDD contrat à durée déterminée fixed term',
  interim: 'intérimaire temporaire temp',
  journalier: 'journalière journée',
  saisonnier: 'saisonnière saison',
}

const remoteWords = 'à distance télétravail remote work from home عن بعد'

/**
 * The words that people look for the conditions of an opportunity by: its kind, its contract, work from a
 * distance. Nothing of these stands in most adverts, or in one language only.
 */
export function conditionWords(opportunity: {
  readonly country: string
  readonly kind: string
  readonly contract: string | null
  readonly remote: boolean
}): string {
  const { country, kind, contract, remote } = opportunity
  const pack = hasCountryPack(country) ? countryPack(country) : null
  const names = pack?.contractKinds.find(({ id }) => id === contract)?.names
  return [
    ...new Set([
      own(kindWords, kind),
      ...Object.values(names ?? {}),
      own(contractWords, contract ?? ''),
      remote ? remoteWords : '',
    ]),
  ]
    .filter(Boolean)
    .join(' ')
}

function own(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? '') : ''
}
