import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SearchEngine } from '#search/engine.ts'
import { openSearch } from '#search/open.ts'
import {
  PLACES,
  randomFrom,
  seededCompany,
  seededOpportunity,
  seededProfile,
  seededTaxonomy,
} from '#tests/search/corpus.ts'
import { measure, type Timing } from './measure.ts'

/** Figures of one engine over one corpus, by stable keys. */
export type EngineFigures = Record<string, Timing | number>

/** Builds a seeded corpus in the embedded engine and measures what pages ask of it. */
export async function benchEngine(profiles: number): Promise<EngineFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const taxonomy = seededTaxonomy(1)
  const open = () => openSearch({ file: join(folder, 'search.db'), taxonomy, log: console })
  let engine: SearchEngine = await open()
  try {
    const random = randomFrom(2)
    const opportunities = Array.from({ length: profiles / 5 }, (_, at) =>
      seededOpportunity(random, at),
    )
    const offers = Array.from({ length: 200 }, (_, at) => seededProfile(random, at))
    const started = performance.now()
    await engine.rebuild(
      'profile',
      generate(profiles, (at) => seededProfile(random, at)),
    )
    await engine.rebuild('opportunity', opportunities)
    await engine.rebuild(
      'company',
      generate(profiles / 10, (at) => seededCompany(random, at)),
    )
    const buildMs = performance.now() - started

    const place = (round: number) => PLACES[round % PLACES.length] ?? { lat: 5.3, lng: -4 }
    const need = (round: number) =>
      opportunities[round % opportunities.length] as (typeof opportunities)[0]
    const offer = (round: number) => offers[round % offers.length] as (typeof offers)[0]
    const words = [
      'soudeur',
      'electricien',
      'comptable',
      'chauffeur',
      'cuisine',
      'ventes',
      'couture',
    ]
    const word = (round: number) => words[round % words.length] as string
    const figures: EngineFigures = {
      buildMs,
      text: await measure(200, (round) => engine.search('profile', { text: word(round) })),
      typo: await measure(200, (round) =>
        engine.search('profile', { text: word(round).replace(/(.)(.)/, '$2$1') }),
      ),
      prefix: await measure(200, (round) =>
        engine.search('profile', { text: word(round).slice(0, 4) }),
      ),
      faceted: await measure(200, (round) =>
        engine.search('opportunity', {
          filters: { kind: ['job'], country: ['CI'] },
          facets: ['kind', 'admin1', 'contract'],
          text: word(round),
        }),
      ),
      near: await measure(200, (round) =>
        engine.search('profile', {
          filters: { near: { lat: place(round).lat, lng: place(round).lng, km: 50 } },
          sort: 'distance',
        }),
      ),
      profilesForNeed: await measure(200, (round) =>
        engine.candidates('profile', need(round), {}, { limit: 20 }),
      ),
      needsForProfile: await measure(200, (round) =>
        engine.candidates('opportunity', offer(round), {}, { limit: 20 }),
      ),
      updateVisible: await measure(100, async (round) => {
        await engine.put('profile', [{ ...offer(round), id: `update-${round}` }])
        await engine.settled()
      }),
    }
    await engine.close()
    const cold = performance.now()
    engine = await open()
    await engine.search('profile', { text: 'soudeur' })
    return { ...figures, coldStartMs: performance.now() - cold }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function* generate<T>(count: number, make: (at: number) => T): Generator<T> {
  for (let at = 0; at < count; at += 1) yield make(at)
}
