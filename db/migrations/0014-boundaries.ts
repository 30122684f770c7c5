import { statements } from './support.ts'

/** Outlines that a deployer loaded, how many people fit each open post, and what counting for the map goes by. */
export const boundaries = statements((w) => [
  `create table boundary (
    country text not null,
    level integer not null,
    source text not null,
    attribution text not null,
    topology text not null,
    loaded_at text not null,
    primary key (country, level)
  ) ${w.strict}`,
  `create table match_count (
    opportunity_id text primary key references opportunity (id) on delete cascade,
    pairs integer not null check (pairs >= 0),
    first_profile text,
    last_profile text,
    counted_at text not null
  ) ${w.strict}`,
  `create index match_count_counted on match_count (counted_at)`,
  `create index company_changed on company (country, updated_at)`,
  `create index profile_map on profile (country, status, place_id, id)`,
  `create index profile_skill_skill on profile_skill (skill_uri, profile_id)`,
  `create index experience_occupation on experience (occupation_uri, profile_id)`,
])
