import { describe, expect, test } from 'vitest'
import { buildField } from '#app/domain/reference/build-field.server.ts'
import { loadTaxonomy } from '#app/domain/reference/load-reference.server.ts'
import { buildFieldTask } from '#app/tasks/build-field.ts'
import { latentSpace } from '#db/queries/latent-space.ts'
import { skillsOfOccupation } from '#db/queries/taxonomy.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { fieldScore, fieldVectorOf } from '#search/matching/field.ts'
import { dialects, testDatabase } from '#tests/support/database.ts'

describe.each(dialects)('latent vectors on %s', (dialect) => {
  test('are built once for a vocabulary, stored in bytes, and bring related trades together', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, open.dialect)
    expect((await loadTaxonomy(open.db)).fieldDimensions).toBe(0)

    const counts = await buildField(open.db)
    if (counts === 'unchanged') throw new Error('nothing was built')
    expect(await buildField(open.db)).toBe('unchanged')
    expect(counts.bytes).toBe(counts.skills * (counts.dimensions + 4))

    const taxonomy = await loadTaxonomy(open.db)
    expect(taxonomy.fieldDimensions).toBe(counts.dimensions)
    const trade = async (label: string) => {
      const { concept_uri } = await open.db
        .selectFrom('concept_label')
        .innerJoin('concept', 'concept.uri', 'concept_uri')
        .select('concept_uri')
        .where('kind', '=', 'occupation')
        .where('label', '=', label)
        .executeTakeFirstOrThrow()
      const skills = await skillsOfOccupation(open.db, concept_uri)
      return fieldVectorOf(
        taxonomy,
        skills.map(({ uri }) => taxonomy.skill(uri)),
      )
    }
    const mason = await trade('maçon')
    expect(fieldScore(mason, mason)).toBeCloseTo(1, 12)
    expect(fieldScore(mason, await trade('carreleur'))).toBeGreaterThan(
      2 * fieldScore(mason, await trade('comptable')),
    )
  })

  test('of a taxonomy that has changed since are left out, until built anew', async () => {
    const open = await testDatabase(dialect)
    await loadReference(open.db, open.dialect)
    await buildField(open.db)
    const before = await loadTaxonomy(open.db)
    const { structure } = (await latentSpace(open.db)) ?? {}
    expect(structure).toBe(before.structure)

    const gone = await open.db.selectFrom('occupation_skill').selectAll().executeTakeFirstOrThrow()
    await open.db
      .deleteFrom('occupation_skill')
      .where('occupation_uri', '=', gone.occupation_uri)
      .execute()
    const stale = await loadTaxonomy(open.db)
    expect(stale.fieldDimensions).toBe(0)
    expect(stale.fingerprint).not.toBe(before.fingerprint)

    const printed: string[] = []
    const note = (line: string) => void printed.push(line)
    await buildFieldTask.run([], { open, log: note, print: note })
    expect(printed.join('\n')).toMatch(/dimensions: \d+/)
    expect((await loadTaxonomy(open.db)).fieldDimensions).toBeGreaterThan(0)
  })
})
