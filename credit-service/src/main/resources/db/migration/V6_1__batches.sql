-- Batches that were sent under an idempotency key: how far they got, and what each line was answered.
create table intake_batch (
  id          uuid primary key,
  operation   text not null,
  caller      text not null,
  key         text not null,
  mode        text not null check (mode in ('lines', 'atomic')),
  started_at  timestamptz not null,
  finished_at timestamptz,
  unique (operation, caller, key)
);

create table intake_chunk (
  batch_id uuid not null references intake_batch (id),
  number   integer not null check (number > 0),
  digest   text not null check (digest ~ '^[0-9a-f]{64}$'),
  accepted integer not null,
  duplicate integer not null,
  rejected integer not null,
  answers  text not null,
  primary key (batch_id, number)
);
comment on table intake_chunk is 'Stored with the effect of its lines, so a cut leaves both or neither.';
comment on column intake_chunk.digest is 'Of the lines as they came: another file under the same key is noticed.';
comment on column intake_chunk.answers is 'As they were given, one line each.';
