import { statements } from './support.ts'

/** Where skills stand in the latent space of occupations: computed from the taxonomy, one row. */
export const latentSpace = statements((w) => [
  `create table latent_space (
    id integer primary key check (id = 1),
    structure text not null,
    loads text not null,
    dimensions integer not null,
    skill_uris text not null,
    scales ${w.bytes} not null,
    vectors ${w.bytes} not null,
    built_at text not null
  ) ${w.strict}`,
])
