import { statements } from './support.ts'

/** When the index was built anew or checked, why, and with what result. */
export const indexRuns = statements((w) => [
  `create table index_run (
    id text primary key,
    store text not null,
    kind text not null check (kind in ('rebuild', 'check')),
    reason text not null
      check (reason in ('missing', 'damaged', 'version', 'emptied', 'foreign', 'asked')),
    asked_by text,
    holder text not null,
    started_at text not null,
    updated_at text not null,
    finished_at text,
    done integer not null,
    total integer not null,
    differences integer,
    error text
  ) ${w.strict}`,
  `create index index_run_store on index_run (store, kind, started_at)`,
])
