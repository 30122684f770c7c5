import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingMeilisearch, startMeilisearch } from '#tests/support/meilisearch.ts'
import { benchChamber } from './chamber/bench-chamber.ts'
import { makeVocabulary, readVocabulary } from './corpus/vocabulary.ts'
import { benchEngine, type EngineFigures } from './engine/bench-engine.ts'
import { type BenchOptions, readOptions } from './options.ts'
import { benchPages } from './pages/bench-pages.ts'
import { type BenchReport, pageRatiosOf, ratiosOf, tablesOf } from './report.ts'
import { benchWords } from './words/bench-words.ts'

/** Meilisearch takes minutes for what the embedded engine does in seconds: this many unless asked for. */
const usualMeilisearchProfiles = 10_000
const mostMeilisearchProfiles = 100_000

/**
 * `npm run bench`: search and matching over seeded corpora and pages through the production server,
 * each beside the least that the same work costs; the chamber's desk; words. A table for people; `--json` for programs.
 */
export async function bench(args: string[]): Promise<void> {
  // React and others pick their fast build by this name, when first imported.
  process.env.NODE_ENV ??= 'production'
  const options = readOptions(args)
  const { parts } = options
  const missing: string[] = []
  const escoFolder = process.env.ESCO_DIR
  if (!escoFolder && (parts.has('sizes') || parts.has('words'))) {
    missing.push('ESCO (set ESCO_DIR): corpora and words are of the built-in vocabulary')
  }
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  try {
    const report: BenchReport = {
      node: process.version,
      ...(await benchSizes(options, { folder, escoFolder }, missing)),
      pages: parts.has('pages') ? await pagesWithRatios() : null,
      chamber: parts.has('chamber') ? await benchChamber() : null,
      words: parts.has('words') ? await benchWords(escoFolder) : null,
      missing,
    }
    console.log(options.json ? JSON.stringify(report) : `\n${tablesOf(report)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pagesWithRatios(): Promise<NonNullable<BenchReport['pages']>> {
  const run = await benchPages()
  return { ...run, ratios: pageRatiosOf(run) }
}

async function benchSizes(
  { parts, profiles, engine }: BenchOptions,
  { folder, escoFolder }: { folder: string; escoFolder: string | undefined },
  missing: string[],
): Promise<Pick<BenchReport, 'vocabulary' | 'sizes'>> {
  if (!parts.has('sizes')) return { vocabulary: null, sizes: [] }
  const source = escoFolder ? 'esco' : 'built-in'
  const url = await makeVocabulary(folder, escoFolder)
  const occupations = [...(await readVocabulary(url)).rows.occupations].length
  const vocabulary = { source, occupations } as const
  const sizes: EngineFigures[] = []
  if (engine !== 'meilisearch') {
    for (const count of profiles) {
      console.error(`embedded, ${count} profiles ...`)
      sizes.push(await benchEngine(url, count, null))
    }
  }
  if (engine !== 'embedded') {
    const reason = missingMeilisearch()
    if (reason) missing.push(`Meilisearch: ${reason}`)
    else {
      const most = engine === 'meilisearch' ? mostMeilisearchProfiles : usualMeilisearchProfiles
      sizes.push(
        ...(await benchMeilisearch(
          url,
          profiles.filter((one) => one <= most),
          missing,
        )),
      )
    }
  }
  return { vocabulary, sizes: sizes.map((one) => ({ ...one, ratios: ratiosOf(one) })) }
}

async function benchMeilisearch(
  url: string,
  profiles: readonly number[],
  missing: string[],
): Promise<EngineFigures[]> {
  const found: EngineFigures[] = []
  for (const count of profiles) {
    console.error(`Meilisearch, ${count} profiles ...`)
    const server = await startMeilisearch()
    try {
      const { url: at, key } = server
      found.push(await benchEngine(url, count, { url: at, key, prefix: `bench_${process.pid}` }))
    } catch (error) {
      missing.push(`Meilisearch at ${count} profiles: ${(error as Error).message}`)
    } finally {
      await server.stop()
    }
  }
  return found
}
