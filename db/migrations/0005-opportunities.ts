import { statements } from './support.ts'

/** Jobs, internships and apprenticeships, and the hires that came of them. */
export const opportunities = statements((w) => [
  `create table opportunity (
    id text primary key,
    company_id text not null references company (id) on delete cascade,
    site_id text references site (id) on delete set null,
    country text not null,
    kind text not null check (kind in ('job', 'internship', 'apprenticeship')),
    contract text,
    title text not null,
    description text,
    occupation_uri text references concept (uri),
    education integer check (education between 0 and 8),
    experience_months integer check (experience_months between 0 and 720),
    licences text not null default '[]',
    place_id text references place (id),
    remote integer not null default 0 check (remote in (0, 1)),
    posts integer not null default 1 check (posts between 1 and 9999),
    pay_min integer check (pay_min >= 0),
    pay_max integer check (pay_max >= pay_min),
    pay_currency text,
    pay_period text check (pay_period in ('hour', 'day', 'month', 'year')),
    start_date text,
    end_date text,
    deadline text,
    status text not null check (status in ('draft', 'published', 'paused', 'filled', 'closed', 'expired')),
    published_at text,
    closed_at text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    updated_at text not null,
    version integer not null
  ) ${w.strict}`,
  `create index opportunity_company on opportunity (company_id)`,
  `create index opportunity_status on opportunity (status, deadline)`,
  `create table opportunity_skill (
    opportunity_id text not null references opportunity (id) on delete cascade,
    skill_uri text not null references concept (uri),
    essential integer not null check (essential in (0, 1)),
    primary key (opportunity_id, skill_uri)
  ) ${w.strict}`,
  `create table opportunity_language (
    opportunity_id text not null references opportunity (id) on delete cascade,
    language text not null,
    level integer not null check (level between 1 and 7),
    required integer not null check (required in (0, 1)),
    primary key (opportunity_id, language)
  ) ${w.strict}`,
  `create table placement (
    id text primary key,
    profile_id text references profile (id) on delete set null,
    opportunity_id text not null references opportunity (id) on delete cascade,
    started_on text not null,
    ended_on text,
    created_at text not null
  ) ${w.strict}`,
  `create index placement_profile on placement (profile_id)`,
  `create index placement_opportunity on placement (opportunity_id)`,
])
