import type { Taxonomy } from '../matching/taxonomy.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** Writes which skill each number means. */
export function saveSkills(writer: SnapshotWriter, taxonomy: Taxonomy, count: number): void {
  writer.json(
    'skills',
    Array.from({ length: count }, (_, skill) => taxonomy.skillUri(skill)),
  )
}

/**
 * The present number of each saved one; null where all are the same. The taxonomy's own skills keep
 * theirs, but those it does not know are numbered as they are met.
 */
export function loadSkills(reader: SnapshotReader, taxonomy: Taxonomy): Int32Array | null {
  const uris = reader.json('skills') as string[]
  const numbers = Int32Array.from(uris, (uri, was) => (uri === '' ? was : taxonomy.skill(uri)))
  return numbers.every((number, was) => number === was) ? null : numbers
}
