import { join } from 'node:path'
import type { WordedSector } from '#app/domain/recognition/sectors/lexicon.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import { readPlaces, readSectors } from '#db/seed/read-places.ts'

const seed = join(import.meta.dirname, '../../db/seed')

/** The built-in places as recognisers take them. */
export function seedPlaces(): Place[] {
  return readPlaces(join(seed, 'places')).map((row) => ({
    id: row.id,
    country: row.country,
    names: { fr: row.name_fr, en: row.name_en, ar: row.name_ar },
    admin1: row.admin1,
    lat: row.lat,
    lng: row.lng,
    kind: row.kind,
    weight: row.weight,
  }))
}

/** The built-in sectors with their words. */
export function seedSectors(): WordedSector[] {
  return readSectors(join(seed, 'sectors.csv')).map((row) => ({
    code: row.code,
    level: row.level,
    parent: row.parent,
    names: { fr: row.name_fr, en: row.name_en, ar: row.name_ar },
    words: row.words_fr.split('|').filter(Boolean),
  }))
}
