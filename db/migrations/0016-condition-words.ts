import { statements } from './support.ts'

/**
 * Has the index write every published opportunity anew: those written before this are not found by the words
 * for their kind, their contract and work from a distance. Searching goes on meanwhile.
 */
export const conditionWords = statements((w) => [
  ...w.beforeIndexChanges,
  `insert into index_change (kind, entity_id, created_at)
    select 'opportunity', id, '${new Date().toISOString()}' from opportunity
    where status = 'published' order by id`,
])
