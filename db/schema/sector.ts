/** An ISIC Rev.4 section or division. */
export interface SectorTable {
  code: string
  level: 'section' | 'division'
  parent: string | null
  name_fr: string
  name_en: string
  name_ar: string
  words_fr: string
}
