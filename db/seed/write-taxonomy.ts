import type { Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { ConceptTable } from '../schema/concept.ts'
import type { ConceptBroaderTable } from '../schema/concept-broader.ts'
import type { ConceptLabelTable } from '../schema/concept-label.ts'
import type { Database } from '../schema/index.ts'
import type { OccupationSkillTable } from '../schema/occupation-skill.ts'
import { batches } from './batches.ts'
import { unusedConcepts } from './unused-rows.ts'

type Source = ConceptTable['source']

/**
 * Adds concepts, or updates them. ESCO has the last word on a concept that both vocabularies have: loading the built-in
 * one again does not take it back.
 */
export async function upsertConcepts(
  trx: Transaction<Database>,
  dialect: Dialect,
  concepts: readonly ConceptTable[],
): Promise<void> {
  for (const values of batches(concepts, 6, dialect)) {
    await trx
      .insertInto('concept')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .column('uri')
          .doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            isco08: eb.ref('excluded.isco08'),
            skill_type: eb.ref('excluded.skill_type'),
            reuse: eb.ref('excluded.reuse'),
            source: eb.ref('excluded.source'),
          }))
          .where((eb) =>
            eb.or([eb('excluded.source', '=', 'esco'), eb('concept.source', '=', 'builtin')]),
          ),
      )
      .execute()
  }
}

/** Puts these labels in the place of all labels of their source. Labels of concepts in `keep` stay. */
export async function replaceLabels(
  trx: Transaction<Database>,
  dialect: Dialect,
  source: Source,
  labels: readonly ConceptLabelTable[],
  keep: readonly string[],
): Promise<void> {
  const kept: ConceptLabelTable[] = []
  for (const uris of batches(keep, 1, dialect)) {
    const found = trx.selectFrom('concept_label').selectAll().where('source', '=', source)
    kept.push(...(await found.where('concept_uri', 'in', uris).execute()))
  }
  await trx.deleteFrom('concept_label').where('source', '=', source).execute()
  for (const rows of [kept, labels]) {
    for (const values of batches(rows, 6, dialect)) {
      await trx.insertInto('concept_label').values(values).execute()
    }
  }
}

/** Puts these broader relations in the place of all of their source. */
export async function replaceBroader(
  trx: Transaction<Database>,
  dialect: Dialect,
  source: Source,
  broader: Iterable<ConceptBroaderTable>,
): Promise<void> {
  await trx.deleteFrom('concept_broader').where('source', '=', source).execute()
  for (const values of batches(broader, 3, dialect)) {
    await trx.insertInto('concept_broader').values(values).execute()
  }
}

/** Puts these relations between occupations and skills in the place of all of their source. */
export async function replaceRelations(
  trx: Transaction<Database>,
  dialect: Dialect,
  source: Source,
  relations: Iterable<OccupationSkillTable>,
): Promise<void> {
  await trx.deleteFrom('occupation_skill').where('source', '=', source).execute()
  for (const values of batches(relations, 4, dialect)) {
    await trx.insertInto('occupation_skill').values(values).execute()
  }
}

/**
 * Deals with concepts that their source no longer has: hands those that the other vocabulary has words for over to it, and
 * deletes what nothing refers to. Returns the URIs handed over, and of those that stay because somebody refers to them.
 */
export async function retireConcepts(
  trx: Transaction<Database>,
  dialect: Dialect,
  source: Source,
  current: ReadonlySet<string>,
): Promise<{ handedOver: string[]; kept: string[] }> {
  const known = await trx.selectFrom('concept').select('uri').where('source', '=', source).execute()
  const gone = known.map(({ uri }) => uri).filter((uri) => !current.has(uri))
  if (gone.length === 0) return { handedOver: [], kept: [] }

  const other: Source = source === 'esco' ? 'builtin' : 'esco'
  const worded = new Set<string>()
  for (const uris of batches(gone, 1, dialect)) {
    const found = trx.selectFrom('concept_label').select('concept_uri').where('source', '=', other)
    for (const row of await found.where('concept_uri', 'in', uris).execute()) {
      worded.add(row.concept_uri)
    }
  }
  for (const uris of batches([...worded], 2, dialect)) {
    await trx.updateTable('concept').set({ source: other }).where('uri', 'in', uris).execute()
  }

  const wordless = gone.filter((uri) => !worded.has(uri))
  const unused = await unusedConcepts(trx, dialect, wordless)
  for (const uris of batches(unused, 1, dialect)) {
    await trx.deleteFrom('concept').where('uri', 'in', uris).execute()
  }
  const deleted = new Set(unused)
  return { handedOver: [...worded], kept: wordless.filter((uri) => !deleted.has(uri)) }
}
