-- Reporting rounds: who is to report which figures of a period by when, and what became of it.

create table reporting_round (
  id        uuid primary key,
  title     text not null,
  period    text not null,
  -- the last day, whole, in Asia/Shanghai
  deadline  date not null,
  -- a short round that corrects a published task, and why
  corrects  uuid,
  reason    text,
  opened_by text not null,
  opened_at timestamptz not null,
  check ((corrects is null) = (reason is null))
);

create table round_task (
  id         uuid primary key,
  round_id   uuid not null references reporting_round,
  area       text not null references area,
  -- a department that reports for the area; null where the area reports as such
  department text,
  state      text not null check (state in ('DRAFT', 'SUBMITTED', 'COUNTY_APPROVED', 'ESCALATED', 'CITY_ACCEPTED', 'LOCKED', 'PUBLISHED')),
  -- the deadline of the round, or that of the last extension
  due        date not null,
  version    bigint not null,
  unique nulls not distinct (round_id, area, department)
);
create index round_task_due on round_task (due) where state = 'DRAFT';
create index round_task_area on round_task (area, id);
alter table reporting_round add foreign key (corrects) references round_task;

-- A figure to be reported. Without status, value, fraction and level nothing has been entered: that is no zero.
create table round_cell (
  task_id     uuid not null references round_task,
  position    integer not null,
  indicator   text not null references indicator,
  definition  integer not null check (definition >= 1),
  value       numeric,
  qualifier   text,
  numerator   numeric,
  denominator numeric,
  level       text,
  status      text check (status in ('A', 'B', 'E', 'P', 'M')),
  remark      text,
  version     bigint not null check (version >= 1),
  edited_by   text,
  edited_at   timestamptz,
  primary key (task_id, position),
  unique (task_id, indicator),
  check ((edited_by is null) = (edited_at is null))
);
create index round_cell_indicator on round_cell (indicator, task_id);

create table round_act (
  task_id  uuid not null references round_task,
  position integer not null,
  act      text not null,
  official text not null,
  at       timestamptz not null,
  words    text not null,
  primary key (task_id, position)
);

create table round_extension (
  task_id    uuid not null references round_task,
  position   integer not null,
  until      date not null,
  reason     text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (task_id, position)
);

create table round_appeal (
  task_id     uuid not null references round_task,
  position    integer not null,
  reason      text not null,
  raised_by   text not null,
  raised_at   timestamptz not null,
  upheld      boolean,
  answer      text,
  answered_by text,
  answered_at timestamptz,
  primary key (task_id, position),
  check (num_nonnulls(upheld, answer, answered_by, answered_at) in (0, 4))
);

-- Once per day and task.
create table round_reminder (
  task_id uuid not null references round_task,
  day     date not null,
  primary key (task_id, day)
);
