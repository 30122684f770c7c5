import { expect, test } from 'vitest'
import { ci } from '#app/domain/countries/ci.ts'
import { tn } from '#app/domain/countries/tn.ts'
import { mendPolygons, signedArea } from './boundary-file.ts'
import { makeTopology } from './make-topology.server.ts'
import { readBoundaries } from './read-boundaries.server.ts'
import { makeOutlines } from './read-outlines.server.ts'

/** A square of a degree, counter-clockwise as RFC 7946 wants outer rings. */
const square = (lng: number, lat: number, size = 1) => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat],
]

const feature = (properties: object, ring: number[][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})

/** Squares in a row for all units, so that neighbours share borders. */
const wholeCountry = ci.admin1.map((unit, at) =>
  feature({ shapeISO: unit.code }, square(-8.5 + (at % 5), 5 + Math.floor(at / 5))),
)
const file = (features: object[]) => ({ type: 'FeatureCollection', features })
const errors = (read: ReturnType<typeof readBoundaries>) =>
  read.problems.filter((one) => one.level === 'error').map((one) => one.text)

test('rings are closed, turned clockwise outside, and dropped where they hold nothing', () => {
  const open = square(0, 0).slice(0, -1)
  const mended = mendPolygons([
    [open, square(0.2, 0.2, 0.1)],
    [
      [
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  ])
  expect(mended).toMatchObject({ closed: 1, turned: 1, dropped: 1 })
  expect(mended.polygons).toHaveLength(1)
  expect(signedArea(mended.polygons[0]?.[0] ?? [])).toBeLessThan(0)
  expect(signedArea(mended.polygons[0]?.[1] ?? [])).toBeGreaterThan(0)
})

test('units are found by code in any property, or by name without its kind of unit', () => {
  const read = readBoundaries(
    ci,
    file([
      feature({ id: 7, code: 'ci-vb' }, square(-5, 7)),
      feature({ NAME_1: 'District autonome d’Abidjan' }, square(-4, 5)),
      feature({ nom: 'GOH-DJIBOUA' }, square(-6, 5)),
    ]),
  )
  expect(errors(read)).toEqual([])
  expect(read.outlines.map((one) => one.id)).toEqual(['CI-VB', 'CI-AB', 'CI-GD'])
  expect(read.missing).toHaveLength(11)
})

test('what is unknown, doubled, empty or elsewhere is an error that names it', () => {
  expect(errors(readBoundaries(ci, { type: 'Feature' }))[0]).toContain('no GeoJSON')
  const twice = [...wholeCountry, feature({ iso: 'CI-VB' }, square(-5, 7))]
  expect(errors(readBoundaries(ci, file(twice)))).toEqual([
    'CI-VB stands twice: features must be merged first',
  ])
  const stranger = [...wholeCountry, feature({ name: 'Kayes' }, square(-5, 7))]
  expect(errors(readBoundaries(ci, file(stranger)))[0]).toContain('“Kayes” is no unit')
  const flat = [
    feature({ iso: 'CI-VB' }, [
      [-5, 7],
      [-5, 7],
      [-5, 7],
    ]),
  ]
  expect(errors(readBoundaries(ci, file(flat)))[0]).toContain('no outline')
})

test('coordinates that are not degrees of the country are refused', () => {
  const metres = [feature({ iso: 'CI-VB' }, square(500_000, 800_000, 1000))]
  expect(errors(readBoundaries(ci, file(metres)))[0]).toContain('not degrees')
  const named = {
    ...file(wholeCountry),
    crs: { properties: { name: 'urn:ogc:def:crs:EPSG::32630' } },
  }
  expect(errors(readBoundaries(ci, named))[0]).toContain('32630')
  const swapped = [feature({ iso: 'TN-61' }, square(34, 9))]
  expect(errors(readBoundaries(tn, file(swapped)))[0]).toContain('changed places')
})

test('units that are joined have one outline, and those without any are points', () => {
  const names = { fr: 'Deux', en: 'Two', ar: 'اثنان' }
  const some = wholeCountry.filter((_, at) => at < 12)
  const codes = ci.admin1.map((one) => one.code)
  const joined = [{ id: 'CI-XX', units: codes.slice(0, 2), names }]
  const { outlines, missing } = readBoundaries(ci, file(some), joined)
  expect(missing).toEqual(codes.slice(12))
  const made = makeOutlines('CI', makeTopology(outlines), null)
  expect(made.features).toHaveLength(11)
  expect(made.areas).toHaveLength(13)
  expect(made.areaOfUnit.get(codes[1] ?? '')).toMatchObject({
    id: 'CI-XX',
    shape: 'outline',
    names,
  })
  expect(made.areaOfUnit.get(codes[13] ?? '')).toMatchObject({ shape: 'point' })
})

test('simplified neighbours still share every point of their border', () => {
  const steps = Array.from({ length: 200 }, (_, at) => [-5 + Math.sin(at) / 100, 7 + at / 200])
  const left = [[-6, 7], ...steps, [-6, steps.at(-1)?.[1] ?? 8], [-6, 7]]
  const right = [[-4, 7], [-4, steps.at(-1)?.[1] ?? 8], ...steps.toReversed(), [-4, 7]]
  const others = wholeCountry.filter((one) => !/VB|LC/.test(JSON.stringify(one)))
  const { outlines } = readBoundaries(
    ci,
    file([...others, feature({ iso: 'CI-VB' }, left), feature({ iso: 'CI-LC' }, right)]),
  )
  const topology = makeTopology(outlines, { points: 100 })
  const arcs = (id: string) =>
    JSON.stringify(topology.objects.areas.geometries.find((one) => one.id === id))
      .match(/-?\d+(?=[,\]])/g)
      ?.map(Number) ?? []
  const shared = arcs('CI-VB').filter((arc) => arcs('CI-LC').includes(~arc))
  expect(shared.length).toBeGreaterThan(0)
})
