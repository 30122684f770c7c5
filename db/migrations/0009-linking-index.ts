import { statements } from './support.ts'

/** What typed titles and phrases are linked to concepts by: computed from the taxonomy, one row a kind and language. */
export const linkingIndex = statements((w) => [
  `create table linking_index (
    kind text not null check (kind in ('occupation', 'skill')),
    lang text not null check (lang in ('fr', 'en', 'ar')),
    loads text not null,
    bytes ${w.bytes} not null,
    built_at text not null,
    primary key (kind, lang)
  ) ${w.strict}`,
])
