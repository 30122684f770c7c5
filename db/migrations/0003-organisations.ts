import { statements } from './support.ts'

/** Companies and their sites, chambers, programmes, and who belongs to them. */
export const organisations = statements((w) => [
  `create table chamber (
    id text primary key,
    country text not null,
    name text not null,
    admin1s text not null,
    created_at text not null
  ) ${w.strict}`,
  `create table programme (
    id text primary key,
    country text not null,
    name text not null,
    created_at text not null
  ) ${w.strict}`,
  `create table company (
    id text primary key,
    country text not null,
    legal_name text not null,
    trade_name text,
    sector text references sector (code),
    size_band text check (size_band in ('1', '2-9', '10-49', '50-249', '250+')),
    description text,
    website text,
    chamber_id text references chamber (id),
    verified_at text,
    verified_by text references auth_user (id) on delete set null,
    verified_evidence text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    updated_at text not null,
    version integer not null
  ) ${w.strict}`,
  `create index company_country on company (country, legal_name)`,
  `create index company_chamber on company (chamber_id)`,
  `create table company_identifier (
    country text not null,
    scheme text not null,
    value text not null,
    company_id text not null references company (id) on delete cascade,
    primary key (country, scheme, value)
  ) ${w.strict}`,
  `create index company_identifier_company on company_identifier (company_id)`,
  `create table company_claim (
    id text primary key,
    company_id text not null references company (id) on delete cascade,
    user_id text not null references auth_user (id) on delete cascade,
    status text not null check (status in ('open', 'granted', 'refused')),
    message text,
    created_at text not null,
    decided_at text,
    decided_by text references auth_user (id) on delete set null,
    unique (company_id, user_id)
  ) ${w.strict}`,
  `create index company_claim_user on company_claim (user_id)`,
  `create table site (
    id text primary key,
    company_id text not null references company (id) on delete cascade,
    name text not null,
    place_id text not null references place (id),
    address text,
    is_main integer not null check (is_main in (0, 1)),
    created_at text not null
  ) ${w.strict}`,
  `create index site_company on site (company_id)`,
  `create table membership (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    org_kind text not null check (org_kind in ('company', 'chamber', 'programme', 'platform')),
    org_id text not null,
    role text not null check (role in ('owner', 'recruiter', 'staff', 'counsellor', 'administrator')),
    created_at text not null,
    unique (user_id, org_kind, org_id)
  ) ${w.strict}`,
  `create index membership_org on membership (org_kind, org_id)`,
  `create table membership_invitation (
    id text primary key,
    org_kind text not null check (org_kind in ('company', 'chamber', 'programme', 'platform')),
    org_id text not null,
    role text not null check (role in ('owner', 'recruiter', 'staff', 'counsellor', 'administrator')),
    contact text not null,
    token_hash text not null unique,
    invited_by text references auth_user (id) on delete set null,
    created_at text not null,
    expires_at text not null,
    accepted_at text,
    withdrawn_at text
  ) ${w.strict}`,
  `create index membership_invitation_org on membership_invitation (org_kind, org_id)`,
])
