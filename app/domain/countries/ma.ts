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

/** The ICE: nine digits of the company, four of the establishment, two that make the whole a multiple of 97. */
export function parseIce(text: string): IdentifierResult {
  const compact = compactIdentifier(text).replace(/^ICE/, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  if (!/^\d+$/.test(compact)) return { ok: false, reason: 'shape' }
  if (compact.length !== 15) return { ok: false, reason: 'length' }
  // Fifteen digits stay below 2^53, so plain numbers are exact.
  const number = Number(compact)
  if (number === 0 || number % 97 !== 0) return { ok: false, reason: 'check' }
  return { ok: true, value: compact }
}

const ice: CompanyIdentifier = {
  id: 'ice',
  label: names('ICE', 'Common company number (ICE)', 'التعريف الموحد للمقاولة (ICE)'),
  hint: names('15 chiffres.', '15 digits.', '15 رقما.'),
  example: '001561191000066',
  parse: parseIce,
  entityKey: (value) => value.slice(0, 9),
}

const phone: PhoneFormat = {
  callingCode: '212',
  nationalDigits: 9,
  example: '06 12 34 56 78',
  groups: [1, 2, 2, 2, 2],
}

export const ma: CountryPack = {
  code: 'MA',
  names: names('Maroc', 'Morocco', 'المغرب'),
  currency: {
    code: 'MAD',
    minorDigits: 2,
    names: names('dirham marocain', 'Moroccan dirham', 'درهم مغربي'),
  },
  timeZone: 'Africa/Casablanca',
  admin1Label: names('Région', 'Region', 'الجهة'),
  admin1: [
    unit(
      'MA-01',
      'Tanger-Tétouan-Al Hoceïma',
      'Tangier-Tetouan-Al Hoceima',
      'طنجة تطوان الحسيمة',
      35.4,
      -5.5,
    ),
    unit('MA-02', 'L’Oriental', 'Oriental', 'الشرق', 34.2, -2.4),
    unit('MA-03', 'Fès-Meknès', 'Fez-Meknes', 'فاس مكناس', 34.0, -4.8),
    unit('MA-04', 'Rabat-Salé-Kénitra', 'Rabat-Salé-Kenitra', 'الرباط سلا القنيطرة', 34.1, -6.4),
    unit('MA-05', 'Béni Mellal-Khénifra', 'Beni Mellal-Khenifra', 'بني ملال خنيفرة', 32.5, -6.1),
    unit('MA-06', 'Casablanca-Settat', 'Casablanca-Settat', 'الدار البيضاء سطات', 33.2, -7.7),
    unit('MA-07', 'Marrakech-Safi', 'Marrakesh-Safi', 'مراكش آسفي', 31.7, -8.3),
    unit('MA-08', 'Drâa-Tafilalet', 'Draa-Tafilalet', 'درعة تافيلالت', 31.3, -5.2),
    unit('MA-09', 'Souss-Massa', 'Souss-Massa', 'سوس ماسة', 30.2, -8.7),
    unit('MA-10', 'Guelmim-Oued Noun', 'Guelmim-Oued Noun', 'كلميم واد نون', 28.6, -10.1),
    unit(
      'MA-11',
      'Laâyoune-Sakia El Hamra',
      'Laayoune-Sakia El Hamra',
      'العيون الساقية الحمراء',
      26.9,
      -12.0,
    ),
    unit(
      'MA-12',
      'Dakhla-Oued Ed-Dahab',
      'Dakhla-Oued Ed-Dahab',
      'الداخلة وادي الذهب',
      23.0,
      -15.0,
    ),
  ],
  identifiers: [ice],
  phone,
  parsePhone: phoneParser(phone, { mobile: /^[67]/, fixed: /^5/, trunkZero: true }),
  contractKinds: [
    {
      id: 'cdi',
      kind: 'job',
      names: names('CDI', 'Permanent contract (CDI)', 'عقد غير محدد المدة'),
    },
    { id: 'cdd', kind: 'job', names: names('CDD', 'Fixed-term contract (CDD)', 'عقد محدد المدة') },
    {
      id: 'interim',
      kind: 'job',
      names: names('Intérim', 'Temporary agency work', 'عمل مؤقت عبر وكالة'),
    },
    {
      id: 'anapec-insertion',
      kind: 'internship',
      names: names(
        'Contrat d’insertion ANAPEC',
        'ANAPEC insertion contract',
        'عقد الإدماج (أنابيك)',
      ),
      maxMonths: 24,
    },
    { id: 'stage', kind: 'internship', names: names('Stage', 'Internship', 'تدريب') },
    {
      id: 'apprentissage',
      kind: 'apprenticeship',
      names: names('Contrat d’apprentissage', 'Apprenticeship contract', 'عقد التدرج المهني'),
    },
  ],
  minimumWage: {
    // 17.92 dirhams an hour for 191 hours a month.
    amount: 342_272,
    weeklyHours: 44,
    since: '2026-01-01',
    label: names('SMIG', 'Minimum wage (SMIG)', 'الحد الأدنى القانوني للأجر'),
  },
  weeklyHours: 44,
  minimumWorkingAge: 15,
  employmentService: {
    name: 'ANAPEC',
    names: names(
      'Agence nationale de promotion de l’emploi et des compétences (ANAPEC)',
      'National Agency for the Promotion of Employment and Skills (ANAPEC)',
      'الوكالة الوطنية لإنعاش التشغيل والكفاءات',
    ),
    url: 'https://www.anapec.org',
  },
  wageSubsidies: [
    {
      id: 'idmaj',
      names: names('Idmaj', 'Idmaj', 'إدماج'),
      fact: names(
        'L’indemnité d’un contrat d’insertion est exonérée de cotisations et d’impôt sur le revenu dans les limites de la loi.',
        'The allowance of an insertion contract is free of social contributions and income tax within the limits of the law.',
        'تعفى منحة عقد الإدماج من الاشتراكات الاجتماعية والضريبة على الدخل في حدود القانون.',
      ),
    },
    {
      id: 'tahfiz',
      names: names('Tahfiz', 'Tahfiz', 'تحفيز'),
      fact: names(
        'Une entreprise nouvelle peut être exonérée de charges pour ses premières embauches en CDI.',
        'A new company may be freed of charges on its first permanent hires.',
        'يمكن إعفاء المقاولة الجديدة من التحملات عن أولى توظيفاتها بعقد غير محدد المدة.',
      ),
    },
  ],
  holidays: [
    ...commonDays,
    {
      on: 'date',
      month: 1,
      day: 11,
      names: names(
        'Manifeste de l’indépendance',
        'Independence Manifesto Day',
        'ذكرى تقديم وثيقة الاستقلال',
      ),
    },
    {
      on: 'date',
      month: 1,
      day: 14,
      names: names('Nouvel an amazigh', 'Amazigh New Year', 'رأس السنة الأمازيغية'),
    },
    { on: 'date', month: 7, day: 30, names: names('Fête du Trône', 'Throne Day', 'عيد العرش') },
    {
      on: 'date',
      month: 8,
      day: 14,
      names: names('Oued Ed-Dahab', 'Oued Ed-Dahab Day', 'ذكرى استرجاع وادي الذهب'),
    },
    {
      on: 'date',
      month: 8,
      day: 20,
      names: names(
        'Révolution du Roi et du peuple',
        'Revolution of the King and the People',
        'ثورة الملك والشعب',
      ),
    },
    {
      on: 'date',
      month: 8,
      day: 21,
      names: names('Fête de la jeunesse', 'Youth Day', 'عيد الشباب'),
    },
    { on: 'date', month: 10, day: 31, names: names('Fête de l’unité', 'Unity Day', 'عيد الوحدة') },
    {
      on: 'date',
      month: 11,
      day: 6,
      names: names('Marche verte', 'Green March Day', 'ذكرى المسيرة الخضراء'),
    },
    {
      on: 'date',
      month: 11,
      day: 18,
      names: names('Fête de l’indépendance', 'Independence Day', 'عيد الاستقلال'),
    },
    islamicDays.newYear,
    islamicDays.mawlid,
    islamicDays.mawlidNext,
    islamicDays.fitr,
    islamicDays.fitrNext,
    islamicDays.adha,
    islamicDays.adhaNext,
  ],
  dataProtection: {
    law: names(
      'Loi n° 09-08 du 18 février 2009 relative à la protection des personnes physiques à l’égard du traitement des données à caractère personnel',
      'Law no. 09-08 of 18 February 2009 on the protection of individuals in the processing of personal data',
      'القانون رقم 09-08 المتعلق بحماية الأشخاص الذاتيين تجاه معالجة المعطيات ذات الطابع الشخصي',
    ),
    authority: 'CNDP',
    authorityNames: names(
      'Commission nationale de contrôle de la protection des données à caractère personnel',
      'National Commission for the Control of Personal Data Protection',
      'اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي',
    ),
    url: 'https://www.cndp.ma',
  },
  childProtection: {
    name: names(
      'Observatoire national des droits de l’enfant (numéro vert)',
      'National Observatory of Children’s Rights (free line)',
      'المرصد الوطني لحقوق الطفل (الرقم الأخضر)',
    ),
    phone: '2511',
  },
}
