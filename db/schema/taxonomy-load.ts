/** Which vocabularies are loaded. */
export interface TaxonomyLoadTable {
  source: 'builtin' | 'esco'
  version: string
  checksum: string
  loaded_at: string
}
