import { basename } from 'node:path'
import type { PlaceTable } from '../schema/place.ts'
import type { SectorTable } from '../schema/sector.ts'
import { DataFileError, readRows } from './csv-rows.ts'
import { csvFiles } from './read-vocabulary.ts'

const placeColumns = [
  ...(['id', 'name_fr', 'name_en', 'name_ar', 'admin1', 'admin2'] as const),
  ...(['lat', 'lng', 'kind', 'weight'] as const),
]

/**
 * Reads the populated places of each country: one file a country, named by its ISO 3166-1 code.
 * Throws `DataFileError` on a malformed file, a wrong coordinate or an id given twice.
 */
export function readPlaces(folder: string): PlaceTable[] {
  const places = new Map<string, PlaceTable>()
  for (const path of csvFiles(folder)) {
    const country = basename(path, '.csv').toUpperCase()
    for (const { line, cells } of readRows(path, placeColumns)) {
      const number = (column: 'lat' | 'lng' | 'weight', limit: number) => {
        const value = Number(cells[column])
        if (cells[column].trim() === '' || !(Math.abs(value) <= limit)) {
          throw new DataFileError(path, `not a number in range: ${cells[column]}`, { line, column })
        }
        return value
      }
      for (const column of ['id', 'name_fr', 'admin1'] as const) {
        if (cells[column] === '') throw new DataFileError(path, 'empty', { line, column })
      }
      if (places.has(cells.id)) {
        throw new DataFileError(path, `${cells.id} is given twice`, { line, column: 'id' })
      }
      places.set(cells.id, {
        ...cells,
        country,
        lat: number('lat', 90),
        lng: number('lng', 180),
        weight: number('weight', 1e9),
      })
    }
  }
  return [...places.values()]
}

const sectorColumns = ['code', 'level', 'parent', 'fr', 'en', 'ar', 'words_fr'] as const

/** Reads the sectors, sections before their divisions. Throws `DataFileError` on a malformed file or an unknown parent. */
export function readSectors(path: string): SectorTable[] {
  const rows = readRows(path, sectorColumns)
  const codes = new Set<string>()
  const sectors = rows.map(({ line, cells }): SectorTable => {
    const { code, level, parent } = cells
    if (level !== 'section' && level !== 'division') {
      throw new DataFileError(path, `unknown level ${level}`, { line, column: 'level' })
    }
    if (code === '' || codes.has(code)) {
      throw new DataFileError(path, `empty or given twice: ${code}`, { line, column: 'code' })
    }
    codes.add(code)
    const words = { name_fr: cells.fr, name_en: cells.en, name_ar: cells.ar }
    return { code, level, parent: parent || null, ...words, words_fr: cells.words_fr }
  })
  sectors.forEach(({ parent }, at) => {
    if (parent !== null && !codes.has(parent)) {
      const line = rows[at]?.line
      throw new DataFileError(path, `unknown parent ${parent}`, {
        column: 'parent',
        ...(line && { line }),
      })
    }
  })
  const depth = (sector: SectorTable) => (sector.level === 'section' ? 0 : 1)
  return sectors.sort((one, other) => depth(one) - depth(other))
}
