import type { ReadDb } from '../open.ts'

/** Every place, the most important of each country first. */
export async function allPlaces(db: ReadDb) {
  const rows = await db
    .selectFrom('place')
    .selectAll()
    .orderBy('country')
    .orderBy('weight', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    country: row.country,
    // A place without an Arabic name keeps its Latin one: better read than missed.
    names: { fr: row.name_fr, en: row.name_en || row.name_fr, ar: row.name_ar || row.name_fr },
    admin1: row.admin1,
    lat: row.lat,
    lng: row.lng,
    kind: row.kind,
    weight: row.weight,
  }))
}

/** Every ISIC section and division, by code. */
export async function allSectors(db: ReadDb) {
  const rows = await db.selectFrom('sector').selectAll().orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    level: row.level,
    parent: row.parent,
    names: { fr: row.name_fr, en: row.name_en, ar: row.name_ar },
    words: row.words_fr.split('|').filter(Boolean),
  }))
}
