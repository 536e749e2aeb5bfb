-- Tables of the platform library; the owner role migrates, the runtime role (${app_role}) only reads and writes rows.

alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};

-- Chinese must be text to this database: under LC_CTYPE=C trigrams and case rules silently see nothing.
do $$
begin
  if '日照' !~ '^[[:alpha:]]+$' then
    raise exception 'The database locale does not know Chinese characters as letters. Create it with a UTF-8 locale.';
  end if;
end $$;

create table outbox (
  id            uuid primary key,
  ordinal       bigint generated always as identity,
  topic         text not null,
  type          text not null,
  subject       text not null,
  sequence      bigint not null,
  actor         text not null,
  traceparent   text not null,
  occurred_at   timestamptz not null,
  data          json not null,
  position      bigint unique,
  published_at  timestamptz,
  check ((position is null) = (published_at is null))
);
comment on column outbox.position is 'Place in the order of publication: the cursor of the change feed. Null while waiting.';
create index outbox_waiting on outbox (ordinal) where position is null;
create index outbox_published on outbox (published_at) where position is not null;

create table inbox (
  consumer_group text not null,
  event_id       uuid not null,
  received_at    timestamptz not null,
  primary key (consumer_group, event_id)
);
create index inbox_received on inbox (received_at);

create table dead_letter (
  number           bigint generated always as identity primary key,
  consumer_group   text not null,
  topic            text not null,
  partition_number integer not null,
  message_offset   bigint not null,
  message_key      text,
  event_id         text,
  event_type       text,
  payload          bytea,
  failure          text not null,
  failed_at        timestamptz not null,
  unique (consumer_group, topic, partition_number, message_offset)
);

create table idempotency (
  operation   text not null,
  caller      text not null,
  key         text not null,
  fingerprint text not null,
  result      uuid,
  created_at  timestamptz not null default now(),
  primary key (operation, caller, key)
);

create table decision_log (
  number        bigint primary key,
  at            timestamptz not null,
  actor         text not null,
  act           text not null,
  subject_type  text not null,
  subject_id    text not null,
  reason        text not null,
  basis         text not null,
  before_digest text not null,
  after_digest  text not null,
  previous_hash text not null,
  hash          text not null unique
);
create index decision_log_subject on decision_log (subject_type, subject_id, number);

-- Append-only twice over: the runtime role has no right to change a line, and a trigger refuses everybody else.
revoke update, delete, truncate on decision_log from ${app_role};

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The decision log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger decision_log_append_only before update or delete or truncate on decision_log
  for each statement execute function refuse_change();
