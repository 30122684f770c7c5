import { statements } from './support.ts'

/** What follows from writes: index changes, messages to send, and the record of who did what. */
export const records = statements((w) => [
  `create table index_change (
    sequence ${w.sequence},
    kind text not null check (kind in ('profile', 'opportunity', 'company')),
    entity_id text not null,
    created_at text not null
  ) ${w.strict}`,
  `create table message (
    id text primary key,
    channel text not null check (channel in ('email', 'sms')),
    recipient text not null,
    subject text,
    body text not null,
    created_at text not null,
    due_at text not null,
    attempts integer not null,
    sent_at text,
    failed_at text,
    error text
  ) ${w.strict}`,
  `create index message_due on message (sent_at, due_at)`,
  `create table audit_event (
    id text primary key,
    at text not null,
    actor_id text,
    action text not null,
    entity_kind text not null,
    entity_id text not null,
    detail text not null
  ) ${w.strict}`,
  `create index audit_event_entity on audit_event (entity_kind, entity_id)`,
])
