import {
  type CompanyIdentifier,
  type CountryPack,
  compactIdentifier,
  type IdentifierResult,
  names,
  type PhoneFormat,
  unit,
} from './country-pack.ts'
import { christianDays, commonDays, islamicDays } from './holidays.ts'
import { phoneParser } from './phone.ts'

function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits)
  const now = new Date().getUTCFullYear()
  const guess = 2000 + Number(digits)
  return guess > now ? guess - 100 : guess
}

/**
 * The RCCM number in its stored spelling. Two generations exist side by side: court, year, kind, number
 * (`CI-ABJ-2017-B-12345`), and since the uniform OHADA numbering court, register, year, kind with its form, number
 * (`CI-ABJ-03-2021-B13-04567`). It has no check digit: only the shape and the year can be verified.
 */
export function parseRccm(text: string): IdentifierResult {
  let compact = compactIdentifier(text).replace(/^RCCM(N|NO)?/, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  if (/^[A-Z]{3}\d/.test(compact)) compact = `CI${compact}`
  const recent = /^CI([A-Z]{3})(\d{2})(\d{4})([A-Z]\d{2})(\d{5})$/.exec(compact)
  const older = /^CI([A-Z]{3})(\d{4}|\d{2})([A-Z])(\d{1,6})$/.exec(compact)
  const year = recent ? Number(recent[3]) : older ? fullYear(older[2] ?? '') : undefined
  if (year === undefined) return { ok: false, reason: 'shape' }
  if (year < 1930 || year > new Date().getUTCFullYear()) return { ok: false, reason: 'year' }
  if (recent) {
    const [, court, register, , kind, number] = recent
    return { ok: true, value: `CI-${court}-${register}-${year}-${kind}-${number}` }
  }
  return { ok: true, value: `CI-${older?.[1]}-${year}-${older?.[3]}-${Number(older?.[4])}` }
}

/** The tax account number: seven digits and a letter. The rule of its letter is not public, so only the shape is held. */
export function parseNcc(text: string): IdentifierResult {
  const compact = compactIdentifier(text).replace(/^(NCC|CC)(N|NO)?(?=\d)/, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  if (/^\d{7}[A-Z]$/.test(compact)) return { ok: true, value: compact }
  return { ok: false, reason: compact.length === 8 ? 'shape' : 'length' }
}

const rccm: CompanyIdentifier = {
  id: 'rccm',
  label: names('Numéro RCCM', 'Trade register number (RCCM)', 'رقم السجل التجاري (RCCM)'),
  hint: names(
    'Registre du commerce : ville, année, lettre et numéro.',
    'Trade register: town, year, letter and number.',
    'السجل التجاري: المدينة والسنة والحرف والرقم.',
  ),
  example: 'CI-ABJ-03-2021-B13-04567',
  parse: parseRccm,
  entityKey: (value) => value,
}

const ncc: CompanyIdentifier = {
  id: 'ncc',
  label: names('Compte contribuable (NCC)', 'Tax account number (NCC)', 'رقم الحساب الجبائي (NCC)'),
  hint: names('7 chiffres et une lettre.', '7 digits and a letter.', '7 أرقام وحرف.'),
  example: '0607846R',
  parse: parseNcc,
  entityKey: (value) => value,
}

const phone: PhoneFormat = {
  callingCode: '225',
  nationalDigits: 10,
  example: '07 07 12 34 56',
  groups: [2, 2, 2, 2, 2],
}

/**
 * The ten-digit form of a number from before 31 January 2021. Mobile numbers got their operator's prefix by the second
 * digit, fixed ones (2x, 3x) by the third.
 */
export function convertFormerNumber(national: string): string | undefined {
  const second = Number(national[1])
  if (/^[23]/.test(national)) {
    const prefix = national[2] === '8' ? '21' : national[2] === '0' ? '25' : '27'
    return prefix + national
  }
  if (!/^[0456789]/.test(national)) return undefined
  return (second <= 3 ? '01' : second <= 6 ? '05' : '07') + national
}

export const ci: CountryPack = {
  code: 'CI',
  names: names('Côte d’Ivoire', 'Côte d’Ivoire', 'كوت ديفوار'),
  currency: {
    code: 'XOF',
    minorDigits: 0,
    names: names('franc CFA', 'CFA franc', 'فرنك غرب أفريقي'),
  },
  timeZone: 'Africa/Abidjan',
  admin1Label: names('District', 'District', 'المقاطعة'),
  admin1: [
    unit('CI-AB', 'Abidjan', 'Abidjan', 'أبيدجان', 5.354, -4.002),
    unit('CI-BS', 'Bas-Sassandra', 'Bas-Sassandra', 'ساساندرا السفلى', 5.3, -6.7),
    unit('CI-CM', 'Comoé', 'Comoé', 'كوموي', 6.1, -3.3),
    unit('CI-DN', 'Denguélé', 'Denguélé', 'دنغيلي', 9.6, -7.4),
    unit('CI-GD', 'Gôh-Djiboua', 'Gôh-Djiboua', 'غوه جيبوا', 5.95, -5.6),
    unit('CI-LC', 'Lacs', 'Lacs', 'البحيرات (لاك)', 6.9, -4.6),
    unit('CI-LG', 'Lagunes', 'Lagunes', 'البحيرات الشاطئية (لاغون)', 5.75, -4.4),
    unit('CI-MG', 'Montagnes', 'Montagnes', 'الجبال (مونتاني)', 7.1, -7.6),
    unit('CI-SM', 'Sassandra-Marahoué', 'Sassandra-Marahoué', 'ساساندرا ماراهوي', 6.95, -6.3),
    unit('CI-SV', 'Savanes', 'Savanes', 'السافانا', 9.5, -5.7),
    unit('CI-VB', 'Vallée du Bandama', 'Vallée du Bandama', 'وادي بنداما', 8.1, -4.9),
    unit('CI-WR', 'Woroba', 'Woroba', 'ووروبا', 8.2, -6.8),
    unit('CI-YM', 'Yamoussoukro', 'Yamoussoukro', 'ياموسوكرو', 6.821, -5.277),
    unit('CI-ZZ', 'Zanzan', 'Zanzan', 'زنزان', 8.6, -3.1),
  ],
  identifiers: [
    rccm,
    ncc,
    {
      id: 'idu',
      label: names(
        'Identifiant unique (IDU)',
        'Unique company number (IDU)',
        'المعرف الموحد (IDU)',
      ),
      hint: names(
        'CI, année, 7 chiffres et une lettre.',
        'CI, year, 7 digits and a letter.',
        'CI ثم السنة ثم 7 أرقام وحرف.',
      ),
      example: 'CI-2021-0046392 R',
      parse(text) {
        const compact = compactIdentifier(text).replace(/^IDU/, '')
        if (compact === '') return { ok: false, reason: 'empty' }
        const parts = /^CI(\d{4})(\d{7})([A-Z])$/.exec(compact)
        if (!parts) return { ok: false, reason: compact.length === 14 ? 'shape' : 'length' }
        // The number exists since 2019; a year before that is a misreading.
        const year = Number(parts[1])
        if (year < 2019 || year > new Date().getUTCFullYear()) return { ok: false, reason: 'year' }
        return { ok: true, value: `CI-${year}-${parts[2]} ${parts[3]}` }
      },
      entityKey: (value) => value,
    },
  ],
  phone,
  parsePhone: phoneParser(phone, {
    mobile: /^(01|05|07)/,
    fixed: /^(21|25|27)/,
    trunkZero: false,
    former: {
      digits: 8,
      help: names(
        'Depuis 2021, les numéros ont 10 chiffres. Ajoutez devant : 01 (Moov), 05 (MTN) ou 07 (Orange) pour un mobile ; 21, 25 ou 27 pour un fixe.',
        'Since 2021 numbers have 10 digits. Put in front: 01 (Moov), 05 (MTN) or 07 (Orange) for a mobile; 21, 25 or 27 for a landline.',
        'منذ 2021 تتكون الأرقام من 10 أرقام. أضف في البداية: 01 (موف) أو 05 (إم تي إن) أو 07 (أورنج) للجوال؛ و21 أو 25 أو 27 للهاتف الثابت.',
      ),
      convert: convertFormerNumber,
    },
  }),
  contractKinds: [
    {
      id: 'cdi',
      kind: 'job',
      names: names('CDI', 'Permanent contract (CDI)', 'عقد غير محدد المدة (CDI)'),
    },
    {
      id: 'cdd',
      kind: 'job',
      names: names('CDD', 'Fixed-term contract (CDD)', 'عقد محدد المدة (CDD)'),
      maxMonths: 24,
    },
    {
      id: 'interim',
      kind: 'job',
      names: names('Intérim', 'Temporary agency work', 'عمل مؤقت عبر وكالة'),
    },
    { id: 'journalier', kind: 'job', names: names('Travail journalier', 'Day work', 'عمل يومي') },
    {
      id: 'stage-ecole',
      kind: 'internship',
      names: names('Stage école', 'School internship', 'تدريب مدرسي'),
    },
    {
      id: 'stage-qualification',
      kind: 'internship',
      names: names('Stage de qualification', 'Qualification internship', 'تدريب تأهيلي'),
      maxMonths: 12,
    },
    {
      id: 'stage-immersion',
      kind: 'internship',
      names: names('Stage d’immersion', 'Immersion internship', 'تدريب اندماجي'),
    },
    {
      id: 'apprentissage',
      kind: 'apprenticeship',
      names: names('Contrat d’apprentissage', 'Apprenticeship contract', 'عقد تلمذة مهنية'),
    },
  ],
  minimumWage: {
    amount: 75_000,
    weeklyHours: 40,
    since: '2023-01-01',
    label: names('SMIG', 'Minimum wage (SMIG)', 'الحد الأدنى للأجور'),
  },
  weeklyHours: 40,
  minimumWorkingAge: 16,
  employmentService: {
    name: 'Agence Emploi Jeunes',
    names: names('Agence Emploi Jeunes', 'Youth Employment Agency', 'وكالة تشغيل الشباب'),
    url: 'https://www.agenceemploijeunes.ci',
  },
  wageSubsidies: [
    {
      id: 'stage-aej',
      names: names(
        'Stages de l’Agence Emploi Jeunes',
        'Youth agency internships',
        'تداريب وكالة تشغيل الشباب',
      ),
      fact: names(
        'L’Agence peut prendre en charge une part de la prime du stagiaire de qualification ou d’immersion.',
        'The agency may pay part of the allowance of a qualification or immersion intern.',
        'يمكن للوكالة أن تتحمل جزءا من منحة المتدرب.',
      ),
    },
  ],
  holidays: [
    ...commonDays,
    ...christianDays,
    {
      on: 'date',
      month: 8,
      day: 7,
      names: names('Fête nationale', 'Independence Day', 'عيد الاستقلال'),
    },
    {
      on: 'date',
      month: 11,
      day: 15,
      names: names('Journée nationale de la paix', 'National Peace Day', 'اليوم الوطني للسلام'),
    },
    islamicDays.nightOfDestiny,
    islamicDays.fitr,
    islamicDays.adha,
    islamicDays.mawlid,
  ],
  dataProtection: {
    law: names(
      'Loi n° 2013-450 du 19 juin 2013 relative à la protection des données à caractère personnel',
      'Law no. 2013-450 of 19 June 2013 on the protection of personal data',
      'القانون رقم 2013-450 المؤرخ 19 يونيو 2013 المتعلق بحماية البيانات الشخصية',
    ),
    authority: 'ARTCI',
    authorityNames: names(
      'Autorité de régulation des télécommunications/TIC de Côte d’Ivoire',
      'Telecommunications/ICT Regulatory Authority of Côte d’Ivoire',
      'هيئة تنظيم الاتصالات وتكنولوجيا المعلومات في كوت ديفوار',
    ),
    url: 'https://www.artci.ci',
  },
  childProtection: {
    name: names('Allô 116, enfants en détresse', 'Child helpline 116', 'خط نجدة الأطفال 116'),
    phone: '116',
  },
}
