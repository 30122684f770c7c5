/** The words for a concept in one language. */
export interface ConceptLabelTable {
  concept_uri: string
  lang: 'fr' | 'en' | 'ar'
  role: 'preferred' | 'feminine' | 'alternative' | 'description'
  source: 'builtin' | 'esco' | 'deployer'
  position: number
  label: string
}
