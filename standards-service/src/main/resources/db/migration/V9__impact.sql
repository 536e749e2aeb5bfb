-- Who depends on a standard, and who is told when it ends.

create index declaration_number on declaration (number_key) where not own_standard;

-- A standard under its present number and its former ones.
create view standard_name (standard_id, name) as
  select id, number_key from standard
  union all
  select s.id, r.object_key from standard s join standard_relation r on r.subject_key = s.number_key and r.kind = 'RENUMBERED';

-- What a declaration follows: the standards it executes, and the declared one when it is somebody else's.
create view followed_standard (declaration_id, name) as
  select declaration_id, number_key from declaration_execution
  union all
  select id, number_key from declaration where not own_standard;

-- What the legal state of a standard means on a day for those who follow it; the same as cn.quality.standards.impact.Effect.
create function standard_effect(standard uuid, day date) returns varchar
  language sql stable parallel safe
  return (
    select case
      when standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, day) in ('REPLACED', 'ABOLISHED') then 'OVERDUE'
      when exists (select 1 from standard_name n join standard_relation r on r.object_key = n.name
                   where n.standard_id = s.id and r.kind = 'REPLACES_IN_PART') then 'HINT'
      else 'NONE' end
    from standard s where s.id = standard);

create table impact_job (
  id           uuid primary key,
  standard_id  uuid not null references standard,
  due_on       date not null,
  state        varchar not null check (state in ('WAITING', 'RUNNING', 'DONE')),
  effect       varchar check (effect in ('NONE', 'HINT', 'OVERDUE')),
  standards    bigint,
  declarations bigint,
  products     bigint,
  enterprises  bigint,
  passed       uuid,
  seen         bigint not null default 0,
  noted        bigint not null default 0,
  created_at   timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  check ((state = 'WAITING') = (started_at is null)),
  check ((state = 'DONE') = (finished_at is not null))
);
comment on column impact_job.due_on is 'The day the standard ends; a job for a day to come waits for it.';
comment on column impact_job.passed is 'The last declaration that was looked at: where the job goes on, in whatever process.';
create unique index impact_job_once on impact_job (standard_id) where state <> 'DONE';
create index impact_job_next on impact_job (due_on, id) where state <> 'DONE';

create table update_notice (
  id             uuid primary key,
  declaration_id uuid not null references declaration,
  uscc           varchar not null check (length(uscc) = 18),
  standard_id    uuid not null references standard,
  followed       varchar not null,
  effect         varchar not null check (effect in ('HINT', 'OVERDUE')),
  since          date,
  noted_at       timestamptz not null,
  cleared_at     timestamptz,
  cleared_as     varchar check (cleared_as in ('UPDATED', 'DECLARATION_ENDED', 'NO_LONGER_DUE')),
  check ((cleared_at is null) = (cleared_as is null))
);
comment on column update_notice.followed is 'As the declaration names the standard: maybe a former number.';
create unique index update_notice_once on update_notice (declaration_id, standard_id, effect) where cleared_at is null;
create index update_notice_open on update_notice (id) where cleared_at is null;
create index update_notice_uscc on update_notice (uscc, id);
