import { type HolidayRule, names } from './country-pack.ts'

/** Fixed days that every country of the packs keeps. */
export const commonDays: readonly HolidayRule[] = [
  {
    on: 'date',
    month: 1,
    day: 1,
    names: names('Jour de l’an', 'New Year’s Day', 'رأس السنة الميلادية'),
  },
  { on: 'date', month: 5, day: 1, names: names('Fête du travail', 'Labour Day', 'عيد الشغل') },
]

/** Christian days of Côte d’Ivoire and Senegal. */
export const christianDays: readonly HolidayRule[] = [
  { on: 'easter', offset: 1, names: names('Lundi de Pâques', 'Easter Monday', 'اثنين الفصح') },
  { on: 'easter', offset: 39, names: names('Ascension', 'Ascension Day', 'عيد الصعود') },
  { on: 'easter', offset: 50, names: names('Lundi de Pentecôte', 'Whit Monday', 'اثنين العنصرة') },
  {
    on: 'date',
    month: 8,
    day: 15,
    names: names('Assomption', 'Assumption Day', 'عيد انتقال العذراء'),
  },
  {
    on: 'date',
    month: 11,
    day: 1,
    names: names('Toussaint', 'All Saints’ Day', 'عيد جميع القديسين'),
  },
  { on: 'date', month: 12, day: 25, names: names('Noël', 'Christmas Day', 'عيد الميلاد') },
]

function hijri(month: number, day: number, fr: string, en: string, ar: string): HolidayRule {
  return { on: 'hijri', month, day, names: names(fr, en, ar) }
}

/** Days of the Hijri calendar: 1 Muharram, 9 Ramadan, 12 Dhu al-Hijja. */
export const islamicDays = {
  newYear: hijri(1, 1, 'Nouvel an de l’Hégire', 'Islamic New Year', 'رأس السنة الهجرية'),
  ashura: hijri(1, 10, 'Tamkharit (Achoura)', 'Tamkharit (Ashura)', 'عاشوراء'),
  magal: hijri(2, 18, 'Grand Magal de Touba', 'Great Magal of Touba', 'مغال طوبى الكبير'),
  mawlid: hijri(3, 12, 'Maouloud', 'Mawlid', 'المولد النبوي'),
  mawlidNext: hijri(
    3,
    13,
    'Maouloud (2e jour)',
    'Mawlid (2nd day)',
    'المولد النبوي (اليوم الثاني)',
  ),
  nightOfDestiny: hijri(
    9,
    27,
    'Lendemain de la nuit du destin',
    'Day after the Night of Destiny',
    'ليلة القدر',
  ),
  fitr: hijri(10, 1, 'Aïd el-Fitr (fin du ramadan)', 'Eid al-Fitr', 'عيد الفطر'),
  fitrNext: hijri(
    10,
    2,
    'Aïd el-Fitr (2e jour)',
    'Eid al-Fitr (2nd day)',
    'عيد الفطر (اليوم الثاني)',
  ),
  adha: hijri(12, 10, 'Aïd el-Adha (Tabaski)', 'Eid al-Adha', 'عيد الأضحى'),
  adhaNext: hijri(
    12,
    11,
    'Aïd el-Adha (2e jour)',
    'Eid al-Adha (2nd day)',
    'عيد الأضحى (اليوم الثاني)',
  ),
} as const
