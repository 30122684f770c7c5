import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../schema/index.ts'

/**
 * What the public may call a company: its trade name, else its legal one; null where only its chamber
 * knows it. Whatever everybody may read selects this and never the names themselves.
 */
export function publicName(eb: ExpressionBuilder<Database, 'company'>) {
  return eb
    .case()
    .when('company.visibility', '=', 'public')
    .then(eb.fn.coalesce('company.trade_name', 'company.legal_name'))
    .end()
}
