import { build } from '#app/tasks/build.ts'
import { benchCalls, type CallsFigures } from './calls.ts'
import { benchExport, type ExportFigures } from './export.ts'
import { benchImport, type ImportFigures } from './import.ts'
import { benchMap, type MapFigures } from './map.ts'
import { benchRecognition, type RecognitionFigures } from './recognition.ts'

/** What the chamber's desk costs. */
export interface ChamberRun {
  readonly import: ImportFigures
  readonly calls: CallsFigures
  readonly map: MapFigures
  readonly export: ExportFigures
  readonly recognition: RecognitionFigures
}

/** Measures the chamber's desk, one part after the other, each over a database of its own. */
export async function benchChamber(): Promise<ChamberRun> {
  await build()
  return {
    import: await benchImport(),
    calls: await benchCalls(),
    map: await benchMap(),
    export: await benchExport(),
    recognition: benchRecognition(),
  }
}

const seconds = (value: number) => `${value.toFixed(1)} s`
const ms = (value: number) => `${value.toFixed(0)} ms`
const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`

/** The figures as lines for people. */
export function chamberLines(run: ChamberRun): string[] {
  const { import: list, calls, map, export: out, recognition: read } = run
  const count = (value: number) => value.toLocaleString('en')
  return [
    'The chamber’s desk',
    `  import of ${count(list.rows)} rows: ${seconds(list.seconds)} (read ${seconds(list.read)}, check ${seconds(list.check)}, apply ${seconds(list.apply)}), undo ${seconds(list.undo)};` +
      ` others waited ${ms(list.longestPauseMs)} for a turn, ${ms(list.longestWriteMs)} to write, at most`,
    `  next calls, ${count(calls.firms)} firms and ${count(calls.profiles)} profiles: ${seconds(calls.seconds)} (the first ${seconds(calls.firstSeconds)})`,
    `  map of the country, ${count(map.companies)} companies: p50 ${ms(map.p50)}, p95 ${ms(map.p95)}, first view ${ms(map.first)}, after a change ${ms(map.afterChange)}, ${kibibytes(map.bytes)} compressed`,
    `  ${count(out.companies)} companies out: CSV ${ms(out.csvMs)}, XLSX ${ms(out.xlsxMs)}, GeoJSON ${ms(out.geojsonMs)}, to print ${ms(out.printMs)}; ${kibibytes(out.addedBytes)} of memory added`,
    `  ${count(read.texts)} texts read: places ${seconds(read.places.read)}, sectors ${seconds(read.sectors.read)} (made ready in ${seconds(read.places.build)} and ${seconds(read.sectors.build)});` +
      ` twins of ${count(read.asked)} among ${count(read.companies)}: ${seconds(read.twins.ask)} (made ready in ${seconds(read.twins.build)}), ${count(read.found)} found`,
  ]
}
