import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeilisearchServer } from '#search/meilisearch/connection.ts'
import { inChild } from '../in-child.ts'
import type { AllPairs } from './all-pairs.ts'
import type { ColdStart } from './cold-start.ts'
import type { EngineInput, EngineRun } from './run-engine.ts'

/** All figures of one engine over one corpus. */
export interface EngineFigures extends EngineRun, ColdStart {
  readonly engine: 'embedded' | 'meilisearch'
  readonly profiles: number
  /** Only of the embedded engine, whose core ranks files too; not at a million. */
  readonly allPairs: AllPairs | null
}

/** How long one corpus may take in one engine. */
const limitMs = { embedded: 1_800_000, meilisearch: 600_000 }
/** From here on plain SQLite and all pairs take longer than they tell. */
const hugeProfiles = 1_000_000

/** Builds a seeded corpus in an engine, each part of the measuring in a process of its own. */
export async function benchEngine(
  vocabulary: string,
  profiles: number,
  meili: MeilisearchServer | null,
): Promise<EngineFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const engine = meili ? 'meilisearch' : 'embedded'
  const at = { folder, meili }
  const huge = profiles >= hugeProfiles
  try {
    const run = await inChild<EngineInput, EngineRun>(
      './engine/run-engine.ts',
      {
        ...at,
        vocabulary,
        profiles,
        floor: { postings: engine === 'embedded', sqlite: engine === 'embedded' && !huge },
      },
      { limitMs: limitMs[engine] },
    )
    const start = await inChild<object, ColdStart>('./engine/cold-start.ts', {
      ...at,
      vocabulary,
      text: 'vente',
    })
    const allPairs =
      engine === 'embedded' && !huge
        ? await inChild<object, AllPairs>('./engine/all-pairs.ts', { vocabulary, profiles })
        : null
    return { engine, profiles, ...run, ...start, allPairs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
