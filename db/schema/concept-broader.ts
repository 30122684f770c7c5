/** The next more general concept. */
export interface ConceptBroaderTable {
  concept_uri: string
  broader_uri: string
  source: 'builtin' | 'esco'
}
