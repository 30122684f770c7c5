import { statements } from './support.ts'

/**
 * Has the index write anew what it may hold of companies that only their chamber knows: indexes made
 * before this named them in their opportunities, and nothing else would tell that those documents changed.
 */
export const unnamedCompanies = statements((w) => [
  ...w.beforeIndexChanges,
  `insert into index_change (kind, entity_id, created_at)
    select 'company', id, '${new Date().toISOString()}' from company
    where visibility = 'chamber' order by id`,
  `insert into index_change (kind, entity_id, created_at)
    select 'opportunity', opportunity.id, '${new Date().toISOString()}' from opportunity
    join company on company.id = opportunity.company_id
    where company.visibility = 'chamber' order by opportunity.id`,
])
