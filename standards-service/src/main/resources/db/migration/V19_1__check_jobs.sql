-- Lists of checks, answered some lines at a time by any process.

create table check_job (
  id             uuid primary key,
  owner          varchar not null,
  line_count     integer not null,
  request_digest varchar not null,
  asked_at       timestamptz not null,
  finished_at    timestamptz
);
create index check_job_asked on check_job (asked_at);

create table check_line (
  job_id uuid not null references check_job on delete cascade,
  line   integer not null,
  asked  json not null,
  answer json,
  primary key (job_id, line)
);
create index check_line_waiting on check_line (job_id, line) where answer is null;
