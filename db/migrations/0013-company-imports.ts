import { statements } from './support.ts'

/** Lists of companies loaded from files, row by row, with what undoing them needs; merges of companies that stood twice. */
export const companyImports = statements((w) => [
  `create table company_import (
    id text primary key,
    chamber_id text references chamber (id) on delete cascade,
    country text not null,
    file_name text not null,
    status text not null check (status in
      ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
    sheet text,
    sheets text not null,
    file ${w.bytes},
    headings text not null,
    mapping text not null,
    row_count integer not null,
    done integer not null,
    counts text not null,
    error text,
    holder text,
    holder_at text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    applied_at text,
    undone_at text
  ) ${w.strict}`,
  `create index company_import_chamber on company_import (chamber_id, created_at)`,
  `create table company_import_row (
    import_id text not null references company_import (id) on delete cascade,
    row_number integer not null,
    cells text not null,
    outcome text not null
      check (outcome in ('unchecked', 'new', 'update', 'duplicate', 'rejected', 'skipped')),
    parsed text,
    problems text not null,
    severity text check (severity in ('error', 'warning')),
    twin_id text,
    twin_row integer,
    twin_reasons text not null,
    decision text check (decision in ('new', 'update', 'skip')),
    company_id text,
    before text,
    primary key (import_id, row_number)
  ) ${w.strict}`,
  `create index company_import_row_outcome on company_import_row (import_id, outcome, row_number)`,
  `create index company_import_row_company on company_import_row (company_id)`,
  `create table import_heading (
    chamber_id text not null references chamber (id) on delete cascade,
    heading text not null,
    field text not null,
    primary key (chamber_id, heading)
  ) ${w.strict}`,
  `create table company_merge (
    id text primary key,
    chamber_id text references chamber (id) on delete set null,
    survivor_id text not null,
    merged_id text not null,
    picks text not null,
    kept text not null,
    merged_by text references auth_user (id) on delete set null,
    merged_at text not null,
    undone_at text
  ) ${w.strict}`,
  `create index company_merge_merged on company_merge (merged_id)`,
  `create index company_merge_survivor on company_merge (survivor_id)`,
  `create table distinct_companies (
    company_a text not null references company (id) on delete cascade,
    company_b text not null references company (id) on delete cascade,
    decided_by text references auth_user (id) on delete set null,
    decided_at text not null,
    primary key (company_a, company_b)
  ) ${w.strict}`,
])
