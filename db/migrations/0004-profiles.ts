import { statements } from './support.ts'

/** Pseudonymous skills profiles; `identity` stands apart and is read only where consent or ownership was checked. */
export const profiles = statements((w) => [
  `create table profile (
    id text primary key,
    code text not null unique,
    country text not null,
    user_id text unique references auth_user (id) on delete set null,
    programme_id text references programme (id),
    entered_by text references auth_user (id) on delete set null,
    confirmed_at text,
    status text not null check (status in ('draft', 'published', 'paused')),
    headline text,
    summary text,
    education integer check (education between 0 and 8),
    place_id text references place (id),
    radius_km integer check (radius_km between 0 and 1000),
    relocate integer not null default 0 check (relocate in (0, 1)),
    remote integer not null default 0 check (remote in (0, 1)),
    available_from text,
    kinds text not null default '[]',
    contracts text not null default '[]',
    licences text not null default '[]',
    pay_amount integer check (pay_amount >= 0),
    pay_currency text,
    pay_period text check (pay_period in ('hour', 'day', 'month', 'year')),
    steps_done text not null default '[]',
    created_at text not null,
    updated_at text not null,
    published_at text,
    version integer not null
  ) ${w.strict}`,
  `create index profile_programme on profile (programme_id)`,
  `create index profile_status on profile (status)`,
  `create table identity (
    profile_id text primary key references profile (id) on delete cascade,
    given_name text not null,
    family_name text not null,
    birth_date text not null,
    phone text,
    email text,
    updated_at text not null
  ) ${w.strict}`,
  `create table experience (
    id text primary key,
    profile_id text not null references profile (id) on delete cascade,
    occupation_uri text references concept (uri),
    own_words text,
    country text,
    sector text references sector (code),
    months integer not null check (months between 0 and 720),
    end_year integer,
    description text,
    position integer not null
  ) ${w.strict}`,
  `create index experience_profile on experience (profile_id)`,
  `create table profile_skill (
    profile_id text not null references profile (id) on delete cascade,
    skill_uri text not null references concept (uri),
    level integer not null check (level between 1 and 4),
    evidence text not null check (evidence in ('self', 'employer', 'certified', 'assessed')),
    own_words text,
    primary key (profile_id, skill_uri)
  ) ${w.strict}`,
  `create table profile_language (
    profile_id text not null references profile (id) on delete cascade,
    language text not null,
    level integer not null check (level between 1 and 7),
    primary key (profile_id, language)
  ) ${w.strict}`,
  `create table qualification (
    id text primary key,
    profile_id text not null references profile (id) on delete cascade,
    title text not null,
    country text,
    year integer,
    created_at text not null
  ) ${w.strict}`,
  `create index qualification_profile on qualification (profile_id)`,
  `create table profile_confirmation (
    profile_id text primary key references profile (id) on delete cascade,
    contact text not null,
    code_hash text not null,
    attempts integer not null,
    sent_at text not null,
    expires_at text not null
  ) ${w.strict}`,
])
