import type { Translate } from '#app/i18n/translate.ts'

/** A quarter in words: "1er trimestre 2027". */
export function quarterLabel(t: Translate, quarter: string): string {
  const [year = '', number = '1'] = quarter.split('-Q')
  return t(`relation.quarters.${number as '1' | '2' | '3' | '4'}`, { year })
}
