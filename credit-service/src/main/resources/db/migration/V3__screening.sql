create table screening (
  id             uuid primary key,
  client         text not null,
  asked_at       timestamptz not null,
  purpose        text not null,
  list_version   bigint not null,
  subjects       integer not null check (subjects between 1 and 500),
  matches        integer not null check (matches between 0 and subjects),
  request_digest text not null check (request_digest ~ '^[0-9a-f]{64}$')
);
comment on table screening is
  'Receipts: who asked, when and what for. Whom they asked about is not kept; the digest proves a request without telling it.';
