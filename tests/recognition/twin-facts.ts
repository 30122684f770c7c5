import { join } from 'node:path'
import { countryPack } from '#app/domain/countries/index.ts'
import type { TwinFacts } from '#app/domain/recognition/duplicates.ts'
import { readPlaces } from '#db/seed/read-places.ts'

const places = new Map(
  readPlaces(join(import.meta.dirname, '../../db/seed/places')).map((place) => [place.id, place]),
)
const schemes: Readonly<Record<string, string>> = {
  r: 'rccm',
  n: 'ncc',
  m: 'matricule-fiscal',
  i: 'ice',
}

/** A company of the labelled list: `Name | at:place | p:phone | r:RCCM | t:trade name | w:site | e:mail`. */
export function twinFacts(id: string, text: string): TwinFacts {
  const [legalName = '', ...parts] = text.split(' | ')
  const values = parts.map((part): [string, string] => [
    part.slice(0, part.indexOf(':')),
    part.slice(part.indexOf(':') + 1).trim(),
  ])
  const all = (key: string) => values.flatMap(([one, value]) => (one === key ? [value] : []))
  const place = places.get(all('at')[0] ?? '')
  const pack = countryPack(place?.country ?? 'CI')
  return {
    id,
    legalName,
    tradeName: all('t')[0] ?? null,
    identifiers: Object.entries(schemes).flatMap(([key, scheme]) =>
      all(key).map((value) => {
        const found = pack.identifiers.find((one) => one.id === scheme)
        const parsed = found?.parse(value)
        const stored = parsed?.ok ? parsed.value : value
        return { scheme, value: stored, entityKey: found?.entityKey(stored) ?? stored }
      }),
    ),
    phones: all('p').map((text) => {
      const parsed = pack.parsePhone(text)
      return parsed.ok ? parsed.value : text
    }),
    emails: all('e'),
    website: all('w')[0] ?? null,
    sites: place ? [{ placeId: place.id, lat: place.lat, lng: place.lng }] : [],
  }
}
