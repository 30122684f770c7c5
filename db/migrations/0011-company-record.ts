import { statements } from './support.ts'

/** What a chamber knows of a company beyond its name: size, people to contact, papers, exact sites. */
export const companyRecord = statements((w) => [
  `alter table company add column headcount integer check (headcount >= 0)`,
  `alter table company add column founded_year integer`,
  `alter table company add column capital_origin text`,
  `alter table company add column roles text not null default '[]'`,
  `alter table company add column phone text`,
  `alter table company add column email text`,
  `alter table company add column visibility text not null default 'public'
    check (visibility in ('public', 'chamber'))`,
  `alter table company add column verified_until text`,
  // A verification holds for a year; the 29th of February ends on the 28th.
  `update company set verified_until =
    (cast(substr(verified_at, 1, 4) as integer) + 1) ||
    case when substr(verified_at, 5, 6) = '-02-29' then '-02-28' else substr(verified_at, 5, 6) end
    where verified_at is not null`,
  `create index company_verified_until on company (verified_until)`,
  `alter table site add column lat ${w.real}`,
  `alter table site add column lng ${w.real}`,
  `create index site_place on site (place_id)`,
  `create index company_sector_main on company (country, sector)`,
  `create table company_sector (
    company_id text not null references company (id) on delete cascade,
    sector text not null references sector (code),
    primary key (company_id, sector)
  ) ${w.strict}`,
  `create table company_contact (
    id text primary key,
    company_id text not null references company (id) on delete cascade,
    name text not null,
    position text,
    email text,
    phone text,
    consent text not null check (consent in ('unknown', 'asked', 'given', 'refused')),
    consent_at text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    updated_at text not null,
    version integer not null
  ) ${w.strict}`,
  `create index company_contact_company on company_contact (company_id)`,
  `create table company_document (
    id text primary key,
    company_id text not null references company (id) on delete cascade,
    kind text not null check (kind in ('registration', 'tax', 'agreement', 'survey', 'other')),
    title text not null,
    file_name text not null,
    media_type text not null,
    content ${w.bytes} not null,
    added_by text references auth_user (id) on delete set null,
    created_at text not null
  ) ${w.strict}`,
  `create index company_document_company on company_document (company_id)`,
])
