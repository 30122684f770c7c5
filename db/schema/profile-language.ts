/** A language with its CEFR level 1 (A1) to 6 (C2), 7 for a first language. */
export interface ProfileLanguageTable {
  profile_id: string
  language: string
  level: number
}
