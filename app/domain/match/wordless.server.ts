import type { Reference } from '#app/domain/reference/load-reference.server.ts'

/**
 * Reference data that names nothing. Matching reads codes, and words are half the work of making a
 * document: those that are only matched, and go into no index, are made without.
 */
export function wordless(reference: Reference): Reference {
  return { ...reference, allLabels: () => '', nearNames: () => [] }
}
