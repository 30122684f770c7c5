import { type Names, names } from './countries/country-pack.ts'

/** ISCED 2011 levels with names people use where schools follow the French pattern. */
export interface EducationLevel {
  level: number
  names: Names
}

export const educationLevels: readonly EducationLevel[] = [
  { level: 0, names: names('Sans diplôme', 'No diploma', 'بدون شهادة') },
  {
    level: 1,
    names: names('Primaire (CEPE, certificat d’études)', 'Primary school', 'التعليم الابتدائي'),
  },
  {
    level: 2,
    names: names('Collège (BEPC, brevet)', 'Lower secondary school', 'التعليم الإعدادي'),
  },
  {
    level: 3,
    names: names(
      'Lycée (BAC, BT) ou métier (CAP, BEP)',
      'Upper secondary (high school or trade certificate)',
      'التعليم الثانوي أو شهادة مهنية',
    ),
  },
  {
    level: 4,
    names: names(
      'Formation professionnelle après le BAC',
      'Vocational training after high school',
      'تكوين مهني بعد البكالوريا',
    ),
  },
  {
    level: 5,
    names: names(
      'BAC + 2 (BTS, DUT, DEUG)',
      'Two years of higher education',
      'باكالوريا + 2 (تقني سام)',
    ),
  },
  { level: 6, names: names('BAC + 3 (licence)', 'Bachelor’s degree', 'الإجازة') },
  {
    level: 7,
    names: names(
      'BAC + 5 (master, ingénieur)',
      'Master’s or engineering degree',
      'الماجستير أو شهادة مهندس',
    ),
  },
  { level: 8, names: names('Doctorat', 'Doctorate', 'الدكتوراه') },
]

/** True for an ISCED 2011 level, 0 to 8. */
export function isEducationLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 0 && level <= 8
}

/** The plain name of an ISCED 2011 level. Throws a RangeError outside 0-8. */
export function educationName(level: number, locale: keyof Names): string {
  const found = educationLevels.find((one) => one.level === level)
  if (!found) throw new RangeError(`No ISCED 2011 level ${level}`)
  return found.names[locale]
}
