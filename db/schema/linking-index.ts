/** What titles and phrases in one language are linked to concepts of one kind by. */
export interface LinkingIndexTable {
  kind: 'occupation' | 'skill'
  lang: 'fr' | 'en' | 'ar'
  /** The vocabularies and synonyms that it was computed from: tells whether to compute it anew. */
  loads: string
  bytes: Buffer
  built_at: string
}
