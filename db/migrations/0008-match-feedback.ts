import { statements } from './support.ts'

/** Matches that somebody left out of a list, with what the list said of them: what an evaluation reads. */
export const matchFeedback = statements((w) => [
  `create table match_feedback (
    id text primary key,
    side text not null check (side in ('person', 'company')),
    profile_id text not null references profile (id) on delete cascade,
    opportunity_id text not null references opportunity (id) on delete cascade,
    user_id text references auth_user (id) on delete set null,
    reason text not null check (reason in (
      'place', 'pay', 'trade', 'conditions', 'applied', 'skills', 'distance', 'availability', 'hired', 'other'
    )),
    band text check (band in ('strong', 'good', 'partial', 'weak')),
    score ${w.real} not null check (score between 0 and 1),
    rank integer check (rank >= 1),
    taxonomy text not null,
    created_at text not null,
    withdrawn_at text
  ) ${w.strict}`,
  `create unique index match_feedback_hidden on match_feedback (side, profile_id, opportunity_id)
    where withdrawn_at is null`,
  `create index match_feedback_profile on match_feedback (profile_id)`,
  `create index match_feedback_opportunity on match_feedback (opportunity_id)`,
])
