import { statements } from './support.ts'

/** What a chamber does with its companies: stages, contacts logged, tasks, promises, expected hires, calls, targets. */
export const relations = statements((w) => [
  `create table relation (
    chamber_id text not null references chamber (id) on delete cascade,
    company_id text not null references company (id) on delete cascade,
    stage text not null
      check (stage in ('prospect', 'contacted', 'met', 'onboarded', 'active', 'dormant')),
    stage_since text not null,
    owner_id text references auth_user (id) on delete set null,
    updated_at text not null,
    version integer not null,
    primary key (chamber_id, company_id)
  ) ${w.strict}`,
  `create index relation_company on relation (company_id)`,
  `create index relation_stage on relation (chamber_id, stage, stage_since)`,
  `create table engagement (
    id text primary key,
    chamber_id text not null references chamber (id) on delete cascade,
    company_id text not null references company (id) on delete cascade,
    kind text not null check (kind in ('call', 'visit', 'mail', 'event')),
    on_day text not null,
    outcome text not null
      check (outcome in ('reached', 'no-answer', 'interested', 'promised', 'refused')),
    note text,
    campaign_id text,
    author_id text references auth_user (id) on delete set null,
    created_at text not null
  ) ${w.strict}`,
  `create index engagement_company on engagement (company_id, on_day)`,
  `create index engagement_chamber on engagement (chamber_id, on_day)`,
  `create table task (
    id text primary key,
    chamber_id text not null references chamber (id) on delete cascade,
    company_id text references company (id) on delete cascade,
    title text not null,
    due_on text not null,
    assignee_id text references auth_user (id) on delete set null,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    done_at text,
    done_by text references auth_user (id) on delete set null
  ) ${w.strict}`,
  `create index task_chamber on task (chamber_id, done_at, due_on)`,
  `create index task_company on task (company_id)`,
  `create table commitment (
    id text primary key,
    chamber_id text not null references chamber (id) on delete cascade,
    company_id text not null references company (id) on delete cascade,
    kind text not null check (kind in
      ('job', 'internship', 'apprenticeship', 'training', 'mentoring', 'purchase', 'investment')),
    quantity integer not null check (quantity > 0),
    due_on text not null,
    note text,
    status text not null check (status in ('open', 'kept', 'partly', 'broken', 'withdrawn')),
    kept_quantity integer check (kept_quantity >= 0),
    closed_on text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    version integer not null
  ) ${w.strict}`,
  `create index commitment_company on commitment (company_id)`,
  `create index commitment_chamber on commitment (chamber_id, status, due_on)`,
  `create table intention (
    id text primary key,
    chamber_id text references chamber (id) on delete set null,
    company_id text not null references company (id) on delete cascade,
    site_id text references site (id) on delete set null,
    kind text not null check (kind in ('job', 'internship', 'apprenticeship')),
    occupation_uri text not null,
    quarter text not null,
    posts integer not null check (posts > 0),
    source text not null check (source in ('visit', 'survey', 'company', 'import')),
    status text not null check (status in ('open', 'published', 'hired', 'dropped')),
    outcome_posts integer check (outcome_posts >= 0),
    closed_on text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    version integer not null
  ) ${w.strict}`,
  `create index intention_company on intention (company_id)`,
  `create index intention_quarter on intention (quarter, status)`,
  `create table campaign (
    id text primary key,
    chamber_id text not null references chamber (id) on delete cascade,
    kind text not null check (kind in ('campaign', 'event')),
    title text not null,
    on_day text not null,
    place_id text references place (id),
    note text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    closed_at text
  ) ${w.strict}`,
  `create index campaign_chamber on campaign (chamber_id, on_day)`,
  `create table campaign_company (
    campaign_id text not null references campaign (id) on delete cascade,
    company_id text not null references company (id) on delete cascade,
    status text not null check (status in ('invited', 'accepted', 'declined', 'attended', 'absent')),
    outcome text,
    updated_at text not null,
    primary key (campaign_id, company_id)
  ) ${w.strict}`,
  `create index campaign_company_company on campaign_company (company_id)`,
  `create table company_confirmation (
    id text primary key,
    chamber_id text not null references chamber (id) on delete cascade,
    company_id text not null references company (id) on delete cascade,
    token_hash text not null unique,
    sent_to text,
    created_by text references auth_user (id) on delete set null,
    created_at text not null,
    expires_at text not null,
    answered_at text
  ) ${w.strict}`,
  `create index company_confirmation_company on company_confirmation (company_id)`,
  `create table call_suggestion (
    chamber_id text not null references chamber (id) on delete cascade,
    on_day text not null,
    company_id text not null references company (id) on delete cascade,
    rank integer not null,
    score ${w.real} not null,
    reasons text not null,
    status text not null check (status in ('open', 'done', 'snoozed', 'unsuitable')),
    until_day text,
    why text,
    decided_by text references auth_user (id) on delete set null,
    decided_at text,
    primary key (chamber_id, on_day, company_id)
  ) ${w.strict}`,
  `create index call_suggestion_company on call_suggestion (company_id)`,
  `create table target (
    id text primary key,
    chamber_id text not null references chamber (id) on delete cascade,
    measure text not null
      check (measure in ('onboarded', 'contacted', 'replies', 'opportunities', 'hires', 'retained')),
    admin1 text,
    sector text references sector (code),
    year integer not null,
    value integer not null check (value >= 0),
    set_by text references auth_user (id) on delete set null,
    set_at text not null
  ) ${w.strict}`,
  `create index target_chamber on target (chamber_id, year)`,
])
