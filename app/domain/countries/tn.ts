import {
  type CompanyIdentifier,
  type CountryPack,
  compactIdentifier,
  type IdentifierResult,
  names,
  type PhoneFormat,
  unit,
} from './country-pack.ts'
import { commonDays, islamicDays } from './holidays.ts'
import { phoneParser } from './phone.ts'

// I, O and U are left out: they read like 1, 0 and V.
const controlLetters = 'ABCDEFGHJKLMNPQRSTVWXYZ'

/** The control letter of seven digits: weights 7 to 1, sum modulo 23. Held against some 150 published numbers. */
export function taxControlLetter(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (7 - at), 0)
  return controlLetters.charAt(sum % 23)
}

/**
 * The matricule fiscal as `1182431M/A/M/000`, or `1182431M` where only the identifier was given. After the letter come
 * the VAT code (A B D N P), the category (M company, P professional, C, N, E establishment) and the establishment;
 * other than 000 only in category E. Leading zeros that were left out are put back.
 */
export function parseMatriculeFiscal(text: string): IdentifierResult {
  const compact = compactIdentifier(text).replace(/^MF(?=\d)/, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  const parts = /^(\d{1,7})([A-HJ-NP-TV-Z])(?:([ABDNP])([CEMNP])(\d{3})?)?$/.exec(compact)
  if (!parts) {
    const short = /^\d+$/.test(compact) || /^\d{8,}/.test(compact)
    return { ok: false, reason: short ? 'length' : 'shape' }
  }
  const digits = (parts[1] ?? '').padStart(7, '0')
  const [, , letter, vat, category, establishment = '000'] = parts
  if (letter !== taxControlLetter(digits)) return { ok: false, reason: 'check' }
  if (!vat) return { ok: true, value: digits + letter }
  if (establishment !== '000' && category !== 'E') return { ok: false, reason: 'shape' }
  return { ok: true, value: `${digits}${letter}/${vat}/${category}/${establishment}` }
}

const matriculeFiscal: CompanyIdentifier = {
  id: 'matricule-fiscal',
  label: names('Matricule fiscal', 'Tax number', 'المعرف الجبائي'),
  hint: names(
    '7 chiffres, une lettre, puis les codes de la carte d’identification fiscale.',
    '7 digits, a letter, then the codes of the tax card.',
    '7 أرقام وحرف ثم رموز بطاقة التعريف الجبائية.',
  ),
  example: '1182431M/A/M/000',
  parse: parseMatriculeFiscal,
  entityKey: (value) => value.slice(0, 8),
}

const phone: PhoneFormat = {
  callingCode: '216',
  nationalDigits: 8,
  example: '20 123 456',
  groups: [2, 3, 3],
}

export const tn: CountryPack = {
  code: 'TN',
  names: names('Tunisie', 'Tunisia', 'تونس'),
  currency: {
    code: 'TND',
    minorDigits: 3,
    names: names('dinar tunisien', 'Tunisian dinar', 'دينار تونسي'),
  },
  timeZone: 'Africa/Tunis',
  admin1Label: names('Gouvernorat', 'Governorate', 'الولاية'),
  admin1: [
    unit('TN-11', 'Tunis', 'Tunis', 'تونس', 36.806, 10.181),
    unit('TN-12', 'Ariana', 'Ariana', 'أريانة', 36.866, 10.165),
    unit('TN-13', 'Ben Arous', 'Ben Arous', 'بن عروس', 36.747, 10.231),
    unit('TN-14', 'La Manouba', 'Manouba', 'منوبة', 36.808, 10.097),
    unit('TN-21', 'Nabeul', 'Nabeul', 'نابل', 36.456, 10.738),
    unit('TN-22', 'Zaghouan', 'Zaghouan', 'زغوان', 36.403, 10.143),
    unit('TN-23', 'Bizerte', 'Bizerte', 'بنزرت', 37.274, 9.874),
    unit('TN-31', 'Béja', 'Béja', 'باجة', 36.726, 9.182),
    unit('TN-32', 'Jendouba', 'Jendouba', 'جندوبة', 36.501, 8.78),
    unit('TN-33', 'Le Kef', 'Kef', 'الكاف', 36.174, 8.705),
    unit('TN-34', 'Siliana', 'Siliana', 'سليانة', 36.085, 9.371),
    unit('TN-41', 'Kairouan', 'Kairouan', 'القيروان', 35.678, 10.096),
    unit('TN-42', 'Kasserine', 'Kasserine', 'القصرين', 35.168, 8.837),
    unit('TN-43', 'Sidi Bouzid', 'Sidi Bouzid', 'سيدي بوزيد', 35.038, 9.485),
    unit('TN-51', 'Sousse', 'Sousse', 'سوسة', 35.825, 10.637),
    unit('TN-52', 'Monastir', 'Monastir', 'المنستير', 35.778, 10.826),
    unit('TN-53', 'Mahdia', 'Mahdia', 'المهدية', 35.505, 11.062),
    unit('TN-61', 'Sfax', 'Sfax', 'صفاقس', 34.741, 10.76),
    unit('TN-71', 'Gafsa', 'Gafsa', 'قفصة', 34.425, 8.784),
    unit('TN-72', 'Tozeur', 'Tozeur', 'توزر', 33.92, 8.134),
    unit('TN-73', 'Kébili', 'Kebili', 'قبلي', 33.704, 8.969),
    unit('TN-81', 'Gabès', 'Gabès', 'قابس', 33.881, 10.098),
    unit('TN-82', 'Médenine', 'Medenine', 'مدنين', 33.355, 10.505),
    unit('TN-83', 'Tataouine', 'Tataouine', 'تطاوين', 32.93, 10.452),
  ],
  identifiers: [matriculeFiscal],
  phone,
  parsePhone: phoneParser(phone, { mobile: /^[2459]/, fixed: /^[37]/, trunkZero: false }),
  contractKinds: [
    {
      id: 'cdi',
      kind: 'job',
      names: names('CDI', 'Permanent contract (CDI)', 'عقد غير محدد المدة'),
    },
    { id: 'cdd', kind: 'job', names: names('CDD', 'Fixed-term contract (CDD)', 'عقد محدد المدة') },
    {
      id: 'karama',
      kind: 'job',
      names: names('Contrat Karama (dignité)', 'Karama (dignity) contract', 'عقد الكرامة'),
      maxMonths: 24,
    },
    {
      id: 'saisonnier',
      kind: 'job',
      names: names('Travail saisonnier', 'Seasonal work', 'عمل موسمي'),
    },
    {
      id: 'civp',
      kind: 'internship',
      names: names(
        'CIVP (contrat d’initiation à la vie professionnelle, ancien SIVP)',
        'CIVP (introduction to working life, formerly SIVP)',
        'عقد التربص للإعداد للحياة المهنية (CIVP)',
      ),
      maxMonths: 24,
    },
    { id: 'stage', kind: 'internship', names: names('Stage', 'Internship', 'تربص') },
    {
      id: 'stage-ecole',
      kind: 'internship',
      names: names('Stage de fin d’études', 'Final-year internship', 'تربص ختم الدروس'),
    },
    {
      id: 'apprentissage',
      kind: 'apprenticeship',
      names: names('Contrat d’apprentissage', 'Apprenticeship contract', 'عقد تدريب مهني'),
    },
  ],
  minimumWage: {
    amount: 528_320,
    weeklyHours: 48,
    since: '2025-01-01',
    label: names('SMIG', 'Minimum wage (SMIG)', 'الأجر الأدنى المضمون'),
  },
  weeklyHours: 48,
  minimumWorkingAge: 16,
  employmentService: {
    name: 'ANETI',
    names: names(
      'Agence nationale pour l’emploi et le travail indépendant (ANETI)',
      'National Agency for Employment and Self-Employment (ANETI)',
      'الوكالة الوطنية للتشغيل والعمل المستقل',
    ),
    url: 'https://www.emploi.nat.tn',
  },
  wageSubsidies: [
    {
      id: 'civp',
      names: names('CIVP', 'CIVP', 'عقد التربص للإعداد للحياة المهنية'),
      fact: names(
        'L’ANETI verse chaque mois 200 dinars (diplômés du supérieur) ou 150 dinars ; l’entreprise ajoute un complément.',
        'ANETI pays 200 dinars a month (higher-education graduates) or 150; the company adds a supplement.',
        'تصرف الوكالة شهريا 200 دينار (لحاملي شهادة عليا) أو 150 دينارا، وتضيف المؤسسة منحة تكميلية.',
      ),
    },
    {
      id: 'karama',
      names: names('Contrat Karama', 'Karama contract', 'عقد الكرامة'),
      fact: names(
        'L’État prend en charge une part du salaire des diplômés, pendant deux ans au plus.',
        'The State pays part of a graduate’s wage, for two years at most.',
        'تتحمل الدولة جزءا من أجر حاملي الشهادات لمدة سنتين على الأكثر.',
      ),
    },
  ],
  holidays: [
    ...commonDays,
    {
      on: 'date',
      month: 3,
      day: 20,
      names: names('Fête de l’indépendance', 'Independence Day', 'عيد الاستقلال'),
    },
    {
      on: 'date',
      month: 4,
      day: 9,
      names: names('Journée des martyrs', 'Martyrs’ Day', 'عيد الشهداء'),
    },
    {
      on: 'date',
      month: 7,
      day: 25,
      names: names('Fête de la République', 'Republic Day', 'عيد الجمهورية'),
    },
    {
      on: 'date',
      month: 8,
      day: 13,
      names: names('Fête de la femme', 'Women’s Day', 'عيد المرأة'),
    },
    {
      on: 'date',
      month: 10,
      day: 15,
      names: names('Fête de l’évacuation', 'Evacuation Day', 'عيد الجلاء'),
    },
    {
      on: 'date',
      month: 12,
      day: 17,
      names: names('Fête de la révolution', 'Revolution Day', 'عيد الثورة'),
    },
    islamicDays.newYear,
    islamicDays.mawlid,
    islamicDays.fitr,
    islamicDays.fitrNext,
    islamicDays.adha,
    islamicDays.adhaNext,
  ],
  dataProtection: {
    law: names(
      'Loi organique n° 2004-63 du 27 juillet 2004 portant sur la protection des données à caractère personnel',
      'Organic law no. 2004-63 of 27 July 2004 on the protection of personal data',
      'القانون الأساسي عدد 63 لسنة 2004 المؤرخ في 27 جويلية 2004 المتعلق بحماية المعطيات الشخصية',
    ),
    authority: 'INPDP',
    authorityNames: names(
      'Instance nationale de protection des données personnelles',
      'National Authority for the Protection of Personal Data',
      'الهيئة الوطنية لحماية المعطيات الشخصية',
    ),
    url: 'https://www.inpdp.tn',
  },
  childProtection: {
    name: names(
      'Délégué à la protection de l’enfance (numéro vert)',
      'Child protection delegate (free line)',
      'مندوب حماية الطفولة (الرقم الأخضر)',
    ),
    phone: '1809',
  },
}
