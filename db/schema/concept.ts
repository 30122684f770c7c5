/** A concept of the taxonomy, known by its ESCO URI. */
export interface ConceptTable {
  uri: string
  kind: 'occupation' | 'skill' | 'skill_group' | 'isco_group'
  isco08: string | null
  skill_type: 'skill' | 'knowledge' | null
  reuse: 'transversal' | 'cross-sector' | 'sector-specific' | 'occupation-specific' | null
  source: 'builtin' | 'esco'
}
