import { setImmediate } from 'node:timers/promises'
import { type CountryPack, countryPack } from '#app/domain/countries/index.ts'
import { atOnce, type Steps } from '#app/domain/recognition/in-steps.ts'
import { placeRecogniserSteps } from '#app/domain/recognition/recognise-place.ts'
import {
  type SectorRecogniser,
  sectorRecogniserSteps,
} from '#app/domain/recognition/recognise-sector.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Recognised, RowReaders } from './check-row.ts'

type Readers = Omit<RowReaders, 'year'>

/** What was built over some reference data, and what is being built. */
interface Built {
  readonly readers: Map<string, Readers>
  readonly begun: Map<string, Steps<Readers>>
  sector: SectorRecogniser | null
}

const built = new WeakMap<Reference, Built>()

function builtOver(reference: Reference): Built {
  const known = built.get(reference) ?? { readers: new Map(), begun: new Map(), sector: null }
  built.set(reference, known)
  return known
}

/** What the rows of a country's lists are read with. Made once: the recognisers keep what they have read. */
export function rowReaders(reference: Reference, country: string, now: Date): RowReaders {
  const { readers, begun } = builtOver(reference)
  const pack = countryPack(country)
  const known = readers.get(pack.code) ?? atOnce(stepsOf(reference, pack))
  readers.set(pack.code, known)
  begun.delete(pack.code)
  return { ...known, year: now.getUTCFullYear() }
}

/**
 * Makes ready what a country's lists are read with before anybody asks: half a second of work, with a turn for others every few
 * milliseconds. Whoever asks meanwhile does what is left.
 */
export async function prepareRowReaders(reference: Reference, country: string): Promise<void> {
  const { readers } = builtOver(reference)
  const pack = countryPack(country)
  while (!readers.has(pack.code)) {
    const step = stepsOf(reference, pack).next()
    if (step.done) readers.set(pack.code, step.value)
    await setImmediate()
  }
}

/** The work on a country's readers, from where it was left. */
function stepsOf(reference: Reference, pack: CountryPack): Steps<Readers> {
  const { begun } = builtOver(reference)
  const steps = begun.get(pack.code) ?? makeReaders(reference, pack)
  begun.set(pack.code, steps)
  return steps
}

function* makeReaders(reference: Reference, pack: CountryPack): Steps<Readers> {
  const known = builtOver(reference)
  const recognisePlace = yield* placeRecogniserSteps(reference.placesOf(pack.code), pack)
  // Sectors are the same everywhere.
  known.sector ??= yield* sectorRecogniserSteps(reference.sectors)
  const recogniseSector = known.sector
  const divisions = new Set(
    reference.sectors.filter((one) => one.level === 'division').map((one) => one.code),
  )
  const divisionsOf = (section: string) =>
    reference.sectors.filter((one) => one.parent === section).map((one) => one.code)
  return {
    pack,
    place(text, hint): Recognised {
      // "Bouaké [ci-bouake-2]": chosen among several in the page.
      const chosen = /\[([a-z]{2}-[a-z0-9-]+)\]\s*$/.exec(text)?.[1]
      if (chosen && reference.place(chosen)?.country === pack.code) {
        return { kind: 'sure', id: chosen }
      }
      const found = recognisePlace(text, hint ? { admin1Text: hint } : undefined)
      if (found.kind === 'sure') return { kind: 'sure', id: found.place.id }
      return found.kind === 'ask' ? { kind: 'ask', ids: found.choices.map((one) => one.id) } : found
    },
    sector(text): Recognised {
      // A division of ISIC by its two digits, alone or before its name.
      const code = /^(\d{2})(?:\s*[-–:.]?\s+\p{L}.*)?$/u.exec(text)?.[1]
      if (code && divisions.has(code)) return { kind: 'sure', id: code }
      const found = recogniseSector(text)
      if (found.kind === 'sure') {
        if (divisions.has(found.code)) return { kind: 'sure', id: found.code }
        // "Industrie" names a section: which part of it, the list does not say.
        return { kind: 'ask', ids: divisionsOf(found.code) }
      }
      return found.kind === 'ask'
        ? {
            kind: 'ask',
            ids: found.codes.flatMap((it) => (divisions.has(it) ? it : divisionsOf(it))),
          }
        : found
    },
  }
}
