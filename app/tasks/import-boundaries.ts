import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { makeTopology } from '#app/domain/map/make-topology.server.ts'
import { type JoinedUnits, readBoundaries } from '#app/domain/map/read-boundaries.server.ts'
import { toInstant } from '#db/codec.ts'
import { replaceBoundary } from '#db/queries/boundary.ts'
import { type Task, TaskError } from './task.ts'

const usage =
  'import-boundaries FILE --country CC [--level 1] [--attribution TEXT] [--points N]\n' +
  '  [--join ID=UNIT+UNIT;NAME FR;NAME EN;NAME AR] [--write FILE]\n' +
  'FILE is GeoJSON in longitude and latitude; --write makes a file instead of loading it.'

/** Takes a deployer's official outlines in the place of those that the product comes with. */
export const importBoundaries = {
  name: 'import-boundaries',
  summary: 'FILE --country CC: draw the map with official outlines (GeoJSON), checked against ISO',
  /** Rejects with a `TaskError` that lists what is wrong with the file; then nothing was changed. */
  async run(args, { open, log }) {
    const asked = readArguments(args)
    const { country, file } = asked
    if (!hasCountryPack(country)) throw new TaskError(`No country pack for ${country}.`)
    const pack = countryPack(country)
    const read = readBoundaries(pack, readJson(file), asked.join)
    for (const { level, text } of read.problems) log(`${level}: ${text}`)
    if (read.problems.some((one) => one.level === 'error')) {
      throw new TaskError('Nothing was changed: mend the errors above and import again.')
    }
    const { closed, turned, dropped } = read.rings
    if (closed + turned + dropped > 0) {
      log(`rings: ${closed} closed, ${turned} turned round, ${dropped} without content left out`)
    }
    const topology = JSON.stringify(makeTopology(read.outlines, { points: asked.points }))
    const kilobytes = (Buffer.byteLength(topology) / 1000).toFixed(1)
    const covered = pack.admin1.length - read.missing.length
    log(`${covered} of ${pack.admin1.length} units have an outline; ${kilobytes} kB.`)
    if (asked.write) {
      writeFileSync(asked.write, `${topology}\n`)
      return
    }
    await replaceBoundary(open.db, {
      country,
      level: asked.level,
      source: basename(file),
      attribution: asked.attribution,
      topology,
      loaded_at: toInstant(new Date()),
    })
    log('The map is drawn with these outlines from now on.')
  },
} satisfies Task

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new TaskError(`${file} cannot be read: ${(error as Error).message}`)
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new TaskError(`${file} is not JSON: ${(error as Error).message}`)
  }
}

function readArguments(args: readonly string[]) {
  const options = {
    country: { type: 'string' },
    level: { type: 'string', default: '1' },
    attribution: { type: 'string', default: '' },
    points: { type: 'string', default: '900' },
    join: { type: 'string', multiple: true },
    write: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [file, ...more] = positionals
    if (!file || more.length > 0 || !values.country) throw new TaskError(usage)
    if (values.level !== '1') {
      throw new TaskError(
        'Only level 1 is known: the units of ISO 3166-2 that the country pack has.',
      )
    }
    const points = Number(values.points)
    if (!Number.isInteger(points) || points < 100 || points > 20_000) {
      throw new TaskError('--points must be a whole number from 100 to 20,000.')
    }
    return {
      file,
      country: values.country.toUpperCase(),
      level: 1,
      attribution: values.attribution,
      points,
      join: (values.join ?? []).map(readJoin),
      write: values.write,
    }
  } catch (error) {
    throw error instanceof TypeError ? new TaskError(`${error.message}\n${usage}`) : error
  }
}

/** `TN-GT=TN-11+TN-12;Grand Tunis;Greater Tunis;تونس الكبرى`: units that have one outline. */
function readJoin(text: string): JoinedUnits {
  const [units = '', fr, en, ar] = text.split(';')
  const [, id, list] = /^([A-Z]{2}-[A-Z0-9]{1,3})=([A-Z0-9+-]+)$/.exec(units) ?? []
  if (!id || !list || !fr || !en || !ar) throw new TaskError(`--join ${text}: ${usage}`)
  return { id, units: list.split('+'), names: { fr, en, ar } }
}
