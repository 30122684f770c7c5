import type { MapArea } from '#app/domain/map/areas.ts'
import type { Shown } from '#app/domain/map/classes.ts'
import type { MapReading, MapRow } from '#app/domain/map/read-map.server.ts'
import { type Measure, peopleMeasures } from '#app/domain/map/view.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatInstant, formatNumber, formatPercent } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** What words of a map are made with. */
export interface MapWording {
  readonly t: Translate
  readonly locale: Locale
  readonly reference: Reference
}

/** A figure as the picture, the table and every file write it. */
export function sayValue({ t, locale }: MapWording, measure: Measure, value: Shown): string {
  if (value === null) return t('map.none')
  if (value === 'few') return t('map.few')
  return measure === 'coverage' ? formatPercent(locale, value) : formatNumber(locale, value)
}

/** The name of a row's area or place. */
export function sayRow(
  { locale, reference }: MapWording,
  row: MapRow,
  reading: MapReading,
): string {
  if (row.kind === 'area') return reading.outlines.areaById.get(row.id)?.names[locale] ?? row.id
  return reference.place(row.id)?.names[locale] ?? row.id
}

export const sayArea = ({ locale }: MapWording, area: MapArea) => area.names[locale]

/** What must be known to read the figures rightly. */
export function mapNotes(
  wording: MapWording,
  measure: Measure,
  reading: MapReading,
  timeZone: string,
): string[] {
  const { t, locale } = wording
  const notes: string[] = []
  if (peopleMeasures.includes(measure)) {
    notes.push(t('map.notes.people'))
    if (reading.area) notes.push(t('map.notes.peoplePlaces'))
  }
  if (measure === 'companies' || measure === 'coverage') notes.push(t('map.notes.sites'))
  if (measure !== 'coverage' && reading.rows.some((row) => row.value === null)) {
    notes.push(t('map.notes.ground'))
  }
  if (reading.unplaced !== 0) {
    notes.push(t('map.notes.unplaced', { value: sayValue(wording, measure, reading.unplaced) }))
  }
  if (reading.counted) {
    const { done, of } = reading.counted
    notes.push(
      t('map.notes.counted', { done: formatNumber(locale, done), of: formatNumber(locale, of) }),
    )
  }
  if (reading.asOf) {
    notes.push(t('map.notes.asOf', { time: formatInstant(locale, reading.asOf, timeZone) }))
  }
  if (reading.area && (measure === 'gap' || measure === 'surplus')) {
    notes.push(t('map.notes.byArea'))
  }
  return notes
}
