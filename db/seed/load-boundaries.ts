import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toInstant } from '../codec.ts'
import type { Db } from '../open.ts'
import { boundaryOf, replaceBoundary } from '../queries/boundary.ts'

/** The `source` of outlines that the product comes with; any other is a deployer's and stays. */
export const shippedSource = 'shipped'

/** Loads the outlines of `boundaries/`, of each country whose outlines are not a deployer's own. Returns how many were written. */
export async function loadBoundaries(
  db: Db,
  folder: string = join(import.meta.dirname, 'boundaries'),
): Promise<number> {
  let written = 0
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.topo.json'))) {
    const country = file.slice(0, 2)
    const topology = readFileSync(join(folder, file), 'utf8').trim()
    const stored = await boundaryOf(db, country)
    if (stored && (stored.source !== shippedSource || stored.topology === topology)) continue
    await replaceBoundary(db, {
      country,
      level: 1,
      source: shippedSource,
      attribution: 'Made with Natural Earth',
      topology,
      loaded_at: toInstant(new Date()),
    })
    written += 1
  }
  return written
}
