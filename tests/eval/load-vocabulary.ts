import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildField } from '#app/domain/reference/build-field.server.ts'
import { loadTaxonomy } from '#app/domain/reference/load-reference.server.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { linkingRows } from '#db/queries/linking.ts'
import { taxonomyRows } from '#db/queries/taxonomy.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'
import { loadReference } from '#db/seed/load-reference.ts'

/**
 * The taxonomy as an installation has it, latent vectors included, from a database that is made for it
 * and removed: ESCO where `escoDir` names its unpacked download, the built-in vocabulary elsewhere.
 */
export async function loadVocabulary(escoDir: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-eval-'))
  const open = openDatabase(`file:${join(folder, 'eval.db')}`)
  try {
    await migrate(open)
    if (escoDir) await loadEsco(open, [escoDir])
    else await loadReference(open.db, open.dialect)
    const started = performance.now()
    await buildField(open.db)
    const fieldMs = performance.now() - started
    return {
      source: escoDir ? ('esco' as const) : ('builtin' as const),
      rows: await taxonomyRows(open.db),
      linking: await linkingRows(open.db),
      taxonomy: await loadTaxonomy(open.db),
      fieldMs,
    }
  } finally {
    await open.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
