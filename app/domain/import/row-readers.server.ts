import { type CountryPack, countryPack } from '#app/domain/countries/index.ts'
import { buildPlaceRecogniser } from '#app/domain/recognition/recognise-place.ts'
import { buildSectorRecogniser } from '#app/domain/recognition/recognise-sector.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Recognised, RowReaders } from './check-row.ts'

const built = new WeakMap<Reference, Map<string, Omit<RowReaders, 'year'>>>()

/** What the rows of a country's lists are read with. Made once: the recognisers keep what they have read. */
export function rowReaders(reference: Reference, country: string, now: Date): RowReaders {
  const pack = countryPack(country)
  const known = built.get(reference) ?? new Map()
  built.set(reference, known)
  const readers = known.get(pack.code) ?? makeReaders(reference, pack)
  known.set(pack.code, readers)
  return { ...readers, year: now.getUTCFullYear() }
}

function makeReaders(reference: Reference, pack: CountryPack): Omit<RowReaders, 'year'> {
  const places = reference.placesOf(pack.code)
  const recognisePlace = buildPlaceRecogniser(places, pack)
  const recogniseSector = buildSectorRecogniser(reference.sectors)
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
