/** The latent space of the loaded taxonomy: one row, with id 1. */
export interface LatentSpaceTable {
  id: 1
  /** Of the taxonomy it was computed from; under another one it is not used. */
  structure: string
  /** The vocabulary loads it was computed from: tells without reading the taxonomy whether to compute it anew. */
  loads: string
  dimensions: number
  /** JSON list; one row of `vectors` each. */
  skill_uris: string
  /** A 4-byte number for each skill, which its row of `vectors` is multiplied by. */
  scales: Buffer
  /** A signed byte for each dimension of each skill. */
  vectors: Buffer
  built_at: string
}
