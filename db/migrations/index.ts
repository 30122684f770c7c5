import type { Migration, MigrationProvider } from 'kysely/migration'
import type { Dialect } from '../dialect.ts'
import { accounts } from './0001-accounts.ts'
import { reference } from './0002-reference.ts'
import { organisations } from './0003-organisations.ts'
import { profiles } from './0004-profiles.ts'
import { opportunities } from './0005-opportunities.ts'
import { records } from './0006-records.ts'
import { latentSpace } from './0007-latent-space.ts'
import { matchFeedback } from './0008-match-feedback.ts'
import { linkingIndex } from './0009-linking-index.ts'
import { indexRuns } from './0010-index-runs.ts'
import { companyRecord } from './0011-company-record.ts'
import { relations } from './0012-relations.ts'
import { companyImports } from './0013-company-imports.ts'
import { boundaries } from './0014-boundaries.ts'
import { unnamedCompanies } from './0015-unnamed-companies.ts'
import { conditionWords } from './0016-condition-words.ts'

const migrations: Record<string, (dialect: Dialect) => Migration> = {
  '0001-accounts': accounts,
  '0002-reference': reference,
  '0003-organisations': organisations,
  '0004-profiles': profiles,
  '0005-opportunities': opportunities,
  '0006-records': records,
  '0007-latent-space': latentSpace,
  '0008-match-feedback': matchFeedback,
  '0009-linking-index': linkingIndex,
  '0010-index-runs': indexRuns,
  '0011-company-record': companyRecord,
  '0012-relations': relations,
  '0013-company-imports': companyImports,
  '0014-boundaries': boundaries,
  '0015-unnamed-companies': unnamedCompanies,
  '0016-condition-words': conditionWords,
}

/** All migrations in their order, written for one dialect. A landed migration is frozen: add the next number instead. */
export function migrationProvider(dialect: Dialect): MigrationProvider {
  return {
    getMigrations: async () =>
      Object.fromEntries(Object.entries(migrations).map(([name, make]) => [name, make(dialect)])),
  }
}
