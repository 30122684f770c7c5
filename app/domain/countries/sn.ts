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

/**
 * The NINEA, with its COFI where given: `3067221` or `3067221 2G2`. Newer documents write the number with two leading
 * zeros, which are dropped; weights 1 and 2 by turns over nine digits must add up to a multiple of ten. The COFI is the
 * tax regime (0-2), a tax office's letter and the legal form.
 */
export function parseNinea(text: string): IdentifierResult {
  const compact = compactIdentifier(text).replace(/^NINEA/, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  const parts = /^(\d{9}|\d{7})([012][A-HJ-NP-WZ]\d)?$/.exec(compact)
  if (!parts) return { ok: false, reason: /^\d+$/.test(compact) ? 'length' : 'shape' }
  const nine = (parts[1] ?? '').padStart(9, '0')
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (1 + (at % 2)), 0)
  if (sum % 10 !== 0 || Number(nine) === 0) return { ok: false, reason: 'check' }
  const number = nine.replace(/^00/, '')
  return { ok: true, value: parts[2] ? `${number} ${parts[2]}` : number }
}

const ninea: CompanyIdentifier = {
  id: 'ninea',
  label: names('NINEA', 'NINEA', 'الرقم الوطني للمؤسسات (NINEA)'),
  hint: names(
    '7 chiffres, puis le COFI si vous l’avez (3 caractères).',
    '7 digits, then the COFI if you have it (3 characters).',
    '7 أرقام ثم رمز COFI إن وجد (3 أحرف).',
  ),
  example: '3067221 2G2',
  parse: parseNinea,
  entityKey: (value) => value.split(' ')[0] ?? value,
}

const phone: PhoneFormat = {
  callingCode: '221',
  nationalDigits: 9,
  example: '77 123 45 67',
  groups: [2, 3, 2, 2],
}

export const sn: CountryPack = {
  code: 'SN',
  names: names('Sénégal', 'Senegal', 'السنغال'),
  currency: {
    code: 'XOF',
    minorDigits: 0,
    names: names('franc CFA', 'CFA franc', 'فرنك غرب أفريقي'),
  },
  timeZone: 'Africa/Dakar',
  admin1Label: names('Région', 'Region', 'الجهة'),
  admin1: [
    unit('SN-DB', 'Diourbel', 'Diourbel', 'ديوربل', 14.73, -16.25),
    unit('SN-DK', 'Dakar', 'Dakar', 'دكار', 14.72, -17.45),
    unit('SN-FK', 'Fatick', 'Fatick', 'فاتيك', 14.34, -16.41),
    unit('SN-KA', 'Kaffrine', 'Kaffrine', 'كافرين', 14.1, -15.55),
    unit('SN-KD', 'Kolda', 'Kolda', 'كولدا', 12.89, -14.94),
    unit('SN-KE', 'Kédougou', 'Kédougou', 'كيدوغو', 12.56, -12.18),
    unit('SN-KL', 'Kaolack', 'Kaolack', 'كاولاك', 14.15, -16.08),
    unit('SN-LG', 'Louga', 'Louga', 'لوغا', 15.62, -16.23),
    unit('SN-MT', 'Matam', 'Matam', 'ماتام', 15.66, -13.26),
    unit('SN-SE', 'Sédhiou', 'Sédhiou', 'سيديو', 12.71, -15.56),
    unit('SN-SL', 'Saint-Louis', 'Saint-Louis', 'سان لويس', 16.02, -16.49),
    unit('SN-TC', 'Tambacounda', 'Tambacounda', 'تامباكوندا', 13.77, -13.67),
    unit('SN-TH', 'Thiès', 'Thiès', 'تييس', 14.79, -16.93),
    unit('SN-ZG', 'Ziguinchor', 'Ziguinchor', 'زيغنشور', 12.57, -16.27),
  ],
  identifiers: [ninea],
  phone,
  parsePhone: phoneParser(phone, { mobile: /^7/, fixed: /^3[03]/, trunkZero: false }),
  contractKinds: [
    {
      id: 'cdi',
      kind: 'job',
      names: names('CDI', 'Permanent contract (CDI)', 'عقد غير محدد المدة'),
    },
    {
      id: 'cdd',
      kind: 'job',
      names: names('CDD', 'Fixed-term contract (CDD)', 'عقد محدد المدة'),
      maxMonths: 24,
    },
    {
      id: 'interim',
      kind: 'job',
      names: names('Intérim', 'Temporary agency work', 'عمل مؤقت عبر وكالة'),
    },
    { id: 'journalier', kind: 'job', names: names('Travail journalier', 'Day work', 'عمل يومي') },
    {
      id: 'stage',
      kind: 'internship',
      names: names('Contrat de stage', 'Internship contract', 'عقد تدريب'),
    },
    {
      id: 'apprentissage',
      kind: 'apprenticeship',
      names: names('Contrat d’apprentissage', 'Apprenticeship contract', 'عقد تلمذة مهنية'),
    },
  ],
  minimumWage: {
    amount: 64_223,
    weeklyHours: 40,
    since: '2023-07-01',
    label: names('SMIG', 'Minimum wage (SMIG)', 'الحد الأدنى للأجور'),
  },
  weeklyHours: 40,
  minimumWorkingAge: 15,
  employmentService: {
    name: 'ANPEJ',
    names: names(
      'Agence nationale pour la promotion de l’emploi des jeunes (ANPEJ)',
      'National Agency for the Promotion of Youth Employment (ANPEJ)',
      'الوكالة الوطنية لتعزيز تشغيل الشباب',
    ),
    url: 'https://www.anpej.sn',
  },
  wageSubsidies: [
    {
      id: 'cnee',
      names: names(
        'Convention nationale État-employeurs',
        'State-employers agreement',
        'الاتفاقية الوطنية بين الدولة وأرباب العمل',
      ),
      fact: names(
        'L’État partage avec l’entreprise le coût d’un stage ou d’un premier contrat de jeune.',
        'The State shares with the company the cost of a young person’s internship or first contract.',
        'تتقاسم الدولة مع المؤسسة كلفة تدريب الشباب أو أول عقد لهم.',
      ),
    },
  ],
  holidays: [
    ...commonDays,
    ...christianDays,
    {
      on: 'date',
      month: 4,
      day: 4,
      names: names('Fête de l’indépendance', 'Independence Day', 'عيد الاستقلال'),
    },
    islamicDays.ashura,
    islamicDays.magal,
    islamicDays.mawlid,
    islamicDays.fitr,
    islamicDays.adha,
  ],
  dataProtection: {
    law: names(
      'Loi n° 2008-12 du 25 janvier 2008 sur la protection des données à caractère personnel',
      'Law no. 2008-12 of 25 January 2008 on the protection of personal data',
      'القانون رقم 2008-12 المؤرخ 25 يناير 2008 المتعلق بحماية البيانات الشخصية',
    ),
    authority: 'CDP',
    authorityNames: names(
      'Commission de protection des données personnelles',
      'Personal Data Protection Commission',
      'لجنة حماية البيانات الشخصية',
    ),
    url: 'https://www.cdp.sn',
  },
  childProtection: {
    name: names('Ligne d’aide aux enfants 116', 'Child helpline 116', 'خط مساعدة الأطفال 116'),
    phone: '116',
  },
}
