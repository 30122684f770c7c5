import { statements } from './support.ts'

/** The taxonomy (concepts known by their ESCO URI), places and sectors. */
export const reference = statements((w) => [
  `create table concept (
    uri text primary key,
    kind text not null check (kind in ('occupation', 'skill', 'skill_group', 'isco_group')),
    isco08 text,
    skill_type text check (skill_type in ('skill', 'knowledge')),
    reuse text check (reuse in ('transversal', 'cross-sector', 'sector-specific', 'occupation-specific')),
    source text not null check (source in ('builtin', 'esco'))
  ) ${w.strict}`,
  `create index concept_kind on concept (kind)`,
  `create table concept_label (
    concept_uri text not null references concept (uri) on delete cascade,
    lang text not null check (lang in ('fr', 'en', 'ar')),
    role text not null check (role in ('preferred', 'feminine', 'alternative', 'description')),
    source text not null check (source in ('builtin', 'esco', 'deployer')),
    position integer not null,
    label text not null,
    primary key (concept_uri, lang, role, source, position)
  ) ${w.strict}`,
  `create table concept_broader (
    concept_uri text not null references concept (uri) on delete cascade,
    broader_uri text not null references concept (uri) on delete cascade,
    source text not null check (source in ('builtin', 'esco')),
    primary key (concept_uri, broader_uri)
  ) ${w.strict}`,
  `create index concept_broader_broader on concept_broader (broader_uri)`,
  `create table occupation_skill (
    occupation_uri text not null references concept (uri) on delete cascade,
    skill_uri text not null references concept (uri) on delete cascade,
    relation text not null check (relation in ('essential', 'useful')),
    source text not null check (source in ('builtin', 'esco')),
    primary key (occupation_uri, skill_uri)
  ) ${w.strict}`,
  `create index occupation_skill_skill on occupation_skill (skill_uri)`,
  `create table taxonomy_load (
    source text primary key check (source in ('builtin', 'esco')),
    version text not null,
    checksum text not null,
    loaded_at text not null
  ) ${w.strict}`,
  `create table place (
    id text primary key,
    country text not null,
    name_fr text not null,
    name_en text not null,
    name_ar text not null,
    admin1 text not null,
    admin2 text not null,
    lat ${w.real} not null,
    lng ${w.real} not null,
    kind text not null,
    weight integer not null
  ) ${w.strict}`,
  `create index place_country on place (country, admin1)`,
  `create table sector (
    code text primary key,
    level text not null check (level in ('section', 'division')),
    parent text references sector (code),
    name_fr text not null,
    name_en text not null,
    name_ar text not null,
    words_fr text not null
  ) ${w.strict}`,
])
