import { toInstant, toList } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { latentSpaceOrigin, vocabularyLoads } from '#db/queries/latent-space.ts'
import { taxonomyRows } from '#db/queries/taxonomy.ts'
import { quantised } from '#search/matching/field.ts'
import { buildLatentSpace } from '#search/matching/latent-space.ts'
import { buildTaxonomy } from '#search/matching/taxonomy.ts'

/** What was computed and written. */
export interface FieldCounts {
  readonly occupations: number
  readonly skills: number
  readonly dimensions: number
  /** Bytes of the stored vectors. */
  readonly bytes: number
}

/**
 * Computes the latent space of the loaded taxonomy and stores it, unless the stored one was computed
 * from the same vocabularies (`force` computes it all the same). About 12 s for the whole of ESCO.
 */
export async function buildField(
  db: Db,
  { force = false }: { force?: boolean } = {},
): Promise<FieldCounts | 'unchanged'> {
  const loads = await vocabularyLoads(db)
  if (!force && (await latentSpaceOrigin(db))?.loads === loads) return 'unchanged'
  const taxonomy = buildTaxonomy(await taxonomyRows(db))
  const { dimensions, skills, vectors } = buildLatentSpace(taxonomy)
  const bytes = new Int8Array(vectors.length)
  const scales = Float32Array.from(skills, (_, at) => {
    const vector = quantised(vectors.subarray(at * dimensions, (at + 1) * dimensions))
    bytes.set(vector?.values ?? [], at * dimensions)
    return vector?.scale ?? 0
  })
  const row = {
    structure: taxonomy.structure,
    loads,
    dimensions,
    skill_uris: toList(Array.from(skills, (skill) => taxonomy.skillUri(skill))),
    scales: Buffer.from(scales.buffer),
    vectors: Buffer.from(bytes.buffer),
    built_at: toInstant(new Date()),
  }
  await db
    .insertInto('latent_space')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  return {
    occupations: taxonomy.occupationCount,
    skills: skills.length,
    dimensions,
    bytes: row.scales.length + row.vectors.length,
  }
}
