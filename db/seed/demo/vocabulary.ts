import { join } from 'node:path'
import type { PlaceTable } from '../../schema/place.ts'
import { readPlaces } from '../read-places.ts'
import { readVocabulary } from '../read-vocabulary.ts'

export interface DemoSkill {
  readonly uri: string
  /** In French. */
  readonly label: string
  /** Of no trade in particular. */
  readonly general: boolean
}

export interface DemoOccupation {
  readonly key: string
  readonly uri: string
  readonly isco08: string
  /** The file of the vocabulary that it stands in, such as `welding`. */
  readonly area: string
  readonly masculine: string
  /** The same word where one form serves both. */
  readonly feminine: string
  readonly essential: readonly DemoSkill[]
  readonly useful: readonly DemoSkill[]
}

/** The built-in words and places that the demonstration is made of. */
export interface DemoVocabulary {
  /** Throws a RangeError for an unknown key: a typing mistake in these files. */
  occupation(key: string): DemoOccupation
  occupationsOf(area: string): readonly DemoOccupation[]
  /** What people of any trade may be able to do. */
  readonly common: readonly DemoSkill[]
  /** Throws a RangeError for an unknown id. */
  place(id: string): PlaceTable
}

/** Reads the vocabulary and the places of Côte d'Ivoire from the seed folder. */
export function readDemoVocabulary(folder = join(import.meta.dirname, '..')): DemoVocabulary {
  const vocabulary = readVocabulary(join(folder, 'vocabulary'))
  const skills = new Map(
    vocabulary.skills.map(({ key, uri, words, file }) => [
      key,
      { uri, label: words.fr, general: file.endsWith('common.csv') },
    ]),
  )
  const named = (keys: readonly string[]) => keys.flatMap((key) => skills.get(key) ?? [])
  const occupations = vocabulary.occupations.map(
    (entry): DemoOccupation => ({
      key: entry.key,
      uri: entry.uri,
      isco08: entry.isco08,
      area: /([\w-]+)\.csv$/.exec(entry.file)?.[1] ?? '',
      masculine: entry.words.fr,
      feminine: entry.words.feminine.fr || entry.words.fr,
      essential: named(entry.essential),
      useful: named(entry.useful),
    }),
  )
  const byKey = new Map(occupations.map((occupation) => [occupation.key, occupation]))
  const byArea = Map.groupBy(occupations, (occupation) => occupation.area)
  const places = new Map(readPlaces(join(folder, 'places')).map((place) => [place.id, place]))
  return {
    occupation: (key) => found(byKey.get(key), key),
    occupationsOf: (area) => found(byArea.get(area), area),
    common: [...skills.values()].filter((skill) => skill.general && isAction(skill)),
    place: (id) => found(places.get(id), id),
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`The demonstration names ${name}, which is unknown`)
  return value
}

const verb = /^(?:s['’]|se )?\p{L}+(?:er|ir|re)(?: |$)/u

/** True for a skill that says what one does ("souder du métal"), not what one knows. */
function isAction(skill: DemoSkill): boolean {
  return verb.test(skill.label)
}

/** Up to three things to do, in words that follow "à", those of the trade before those of any. */
export function tasksAmong(skills: readonly DemoSkill[]): string[] {
  const actions = skills.filter(isAction)
  const ordered = [
    ...actions.filter((one) => !one.general),
    ...actions.filter((one) => one.general),
  ]
  return ordered.slice(0, 3).map(({ label }) => label)
}

/** Both forms of an occupation's name, or the one that serves both. */
export function bothForms({ masculine, feminine }: DemoOccupation): string {
  return masculine === feminine ? masculine : `${masculine} / ${feminine}`
}

/** With a capital letter at the beginning and typographic apostrophes. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll("'", '’')
}

/** "a, b et c", with typographic apostrophes. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  const text = items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`
  return text.replaceAll("'", '’')
}
