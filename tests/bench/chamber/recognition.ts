import { countryPack } from '#app/domain/countries/index.ts'
import { buildTwinFinder } from '#app/domain/recognition/duplicates.ts'
import { buildPlaceRecogniser } from '#app/domain/recognition/recognise-place.ts'
import { buildSectorRecogniser } from '#app/domain/recognition/recognise-sector.ts'
import { manyCompanies, renamed } from '../../recognition/many-companies.ts'
import { labelled } from '../../recognition/read-labels.ts'
import { seedPlaces, seedSectors } from '../../recognition/seed-rows.ts'

/** What reading messy lists takes. */
export interface RecognitionFigures {
  readonly texts: number
  /** Making the recogniser, and reading so many texts, in seconds. */
  readonly places: { readonly build: number; readonly read: number }
  readonly sectors: { readonly build: number; readonly read: number }
  readonly companies: number
  readonly asked: number
  /** Making the finder of twins over so many companies, and asking it so often, in seconds. */
  readonly twins: { readonly build: number; readonly ask: number }
  /** Of the companies asked for, written a little otherwise, those that were found. */
  readonly found: number
}

/** Times the recognisers of places and sectors and the finder of twins. A tenth of the texts come again and again, as in lists. */
export function benchRecognition(
  size: { readonly texts?: number; readonly companies?: number; readonly asked?: number } = {},
): RecognitionFigures {
  const { texts = 50_000, companies: count = 50_000, asked = 5_000 } = size
  const places = seedPlaces()
  const sectors = seedSectors()
  const placeTexts = labelled('places.tsv').map(([, text]) => text ?? '')
  const sectorTexts = labelled('sectors.tsv').map(([text]) => text ?? '')
  const readAll = (list: readonly string[], read: (text: string) => unknown) => {
    for (let at = 0; at < texts; at += 1) {
      read(`${list[at % list.length]} lot ${at % Math.ceil(texts / 10)}`)
    }
  }
  const place = timed(() => buildPlaceRecogniser(places, countryPack('CI')))
  const placesRead = timed(() => readAll(placeTexts, place.made))
  const sector = timed(() => buildSectorRecogniser(sectors))
  const sectorsRead = timed(() => readAll(sectorTexts, sector.made))
  const companies = manyCompanies(count)
  const finder = timed(() => buildTwinFinder(companies))
  const asking = timed(
    () =>
      companies
        .slice(0, asked)
        .filter((one) => finder.made(renamed(one)).some((twin) => twin.id === one.id)).length,
  )
  return {
    texts,
    places: { build: place.seconds, read: placesRead.seconds },
    sectors: { build: sector.seconds, read: sectorsRead.seconds },
    companies: count,
    asked,
    twins: { build: finder.seconds, ask: asking.seconds },
    found: asking.made,
  }
}

function timed<Made>(make: () => Made): { readonly made: Made; readonly seconds: number } {
  const start = performance.now()
  const made = make()
  return { made, seconds: (performance.now() - start) / 1000 }
}
