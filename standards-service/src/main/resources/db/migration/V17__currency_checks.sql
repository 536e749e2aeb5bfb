-- 查新: lists of numbers, checked against the catalogue on a day, and the certificates about it.

create table currency_check (
  id             uuid primary key,
  certificate    varchar not null unique,
  client         varchar,
  day            date not null,
  asked_at       timestamptz not null,
  state          varchar not null check (state in ('WAITING', 'DONE', 'FAILED', 'FORGOTTEN')),
  number_count   integer not null check (number_count > 0),
  skipped        bigint not null,
  done           integer not null default 0,
  current        integer not null default 0,
  upcoming       integer not null default 0,
  replaced       integer not null default 0,
  abolished      integer not null default 0,
  not_found      integer not null default 0,
  unreadable     integer not null default 0,
  request_digest varchar not null,
  result_digest  varchar,
  finished_at    timestamptz,
  failure        varchar,
  pdf_digest     varchar,
  pdf_length     bigint,
  check ((state in ('DONE', 'FORGOTTEN')) = (result_digest is not null)),
  check (current + upcoming + replaced + abolished + not_found + unreadable = done)
);
comment on table currency_check is 'Rows stay: a certificate can be verified for ever. What was asked and found goes with the chunks.';
comment on column currency_check.client is 'Login; absent for anybody.';
comment on column currency_check.day is 'Whose legal states are told, whenever the work is done.';
create index currency_check_unfinished on currency_check (client) where state = 'WAITING';
create index currency_check_done on currency_check (finished_at) where state = 'DONE';

create table currency_chunk (
  check_id   uuid not null references currency_check,
  number     integer not null,
  attempts   integer not null default 0,
  not_before timestamptz not null,
  entries    bytea,
  result     bytea,
  primary key (check_id, number),
  check ((entries is null) <> (result is null))
);
create index currency_chunk_waiting on currency_chunk (number, check_id) where result is null;
