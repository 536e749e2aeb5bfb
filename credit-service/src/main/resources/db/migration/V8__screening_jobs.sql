-- Screenings too large to wait for: the file is kept in chunks, workers of any instance take a chunk at a time.

create table screening_job (
  id             uuid primary key,
  client         text not null,
  purpose        text not null,
  asked_at       timestamptz not null,
  request_digest text not null check (request_digest ~ '^[0-9a-f]{64}$'),
  state          text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'FORGOTTEN')),
  row_count      integer not null check (row_count between 1 and 1000000),
  done           integer not null default 0 check (done between 0 and row_count),
  matched        integer not null default 0,
  review         integer not null default 0,
  invalid        integer not null default 0,
  started_at     timestamptz,
  finished_at    timestamptz,
  list_version   bigint,
  failure        text,
  check ((state in ('WAITING', 'RUNNING')) = (finished_at is null)),
  check (state not in ('DONE', 'FORGOTTEN') or (list_version is not null and done = row_count))
);
comment on table screening_job is
  'The receipt, and how far the work is. Outlives the chunks, which alone tell whom somebody asked about.';
comment on column screening_job.list_version is 'The one version of the lists the result is of, taken when the last row was done.';
create index screening_job_unfinished on screening_job (client) where finished_at is null;
create index screening_job_kept on screening_job (finished_at) where state = 'DONE';

create table screening_chunk (
  job_id       uuid not null references screening_job (id),
  number       integer not null,
  subjects     bytea,
  result       bytea,
  attempts     integer not null default 0,
  lease        uuid,
  leased_until timestamptz,
  primary key (job_id, number),
  check (num_nulls(subjects, result) = 1)
);
comment on table screening_chunk is
  'Rows of a job, compressed JSON lines: first as they came, then what was found. Deleted with the result.';
comment on column screening_chunk.leased_until is 'Until then nobody else takes it: somebody works on it, or a fault is let pass.';
alter table screening_chunk alter column subjects set storage external, alter column result set storage external;
create index screening_chunk_open on screening_chunk (number, job_id) where result is null;
