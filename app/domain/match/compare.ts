import { id as idSchema } from '#app/domain/fields.ts'

/** How many matches stand side by side. */
export const fewestCompared = 2
export const mostCompared = 4

/**
 * The matches that an address asks to compare: ids, each once, at most four; `more` when it named
 * further ones. What is no id is left out.
 */
export function readCompared(params: URLSearchParams): { ids: string[]; more: boolean } {
  const ids = [...new Set(params.getAll('id').slice(0, 100))].filter(
    (one) => idSchema.safeParse(one).success,
  )
  return { ids: ids.slice(0, mostCompared), more: ids.length > mostCompared }
}
