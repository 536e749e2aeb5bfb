-- Warnings: what is off the way the plans promised, and what is done about it.

-- From which change on a figure is remarkable: beyond a multiple of the median of the changes before; in force from a day on.
create table sudden_change_limits (
  valid_from date primary key,
  factor     numeric not null check (factor > 0),
  points     integer not null check (points >= 2),
  basis      text not null
);
insert into sudden_change_limits values (date '1949-01-01', 3, 5, '系统默认：超过历次变动绝对值中位数的 3 倍，且至少有 5 期数据');

-- Days within which a warning is handed to somebody, answered with a plan, and rectified; in force from a day on.
create table warning_terms (
  valid_from   date primary key,
  assign_days  integer not null check (assign_days >= 0),
  plan_days    integer not null check (plan_days >= 0),
  rectify_days integer not null check (rectify_days >= 1),
  basis        text not null
);
insert into warning_terms values (date '1949-01-01', 10, 10, 90, '系统默认：10 日内交办，10 日内报整改方案，整改期至多 90 日');

-- Figures that came in or became public and have not been looked at yet. Rows are only added and removed: a row that says
-- so already may be one that is being looked at this moment, on the figure of before.
create table warning_check (
  id           bigint generated always as identity primary key,
  indicator    text not null,
  definition   integer not null,
  area         text not null,
  frequency    text not null,
  period_start date not null
);

create table warning (
  id           uuid primary key,
  version      bigint not null,
  cause        text not null
    check (cause in ('OFF_TRAJECTORY', 'FLOOR_BREACH', 'ZERO_BREACH', 'OVERDUE_REPORT', 'SUDDEN_CHANGE')),
  state        text not null
    check (state in ('OPEN', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED', 'CLOSED', 'WITHDRAWN')),
  indicator    text references indicator,
  definition   integer,
  target       text references target,
  -- the reporting task that is late
  task         uuid references round_task,
  area         text not null references area,
  -- that is late in reporting; null where the area is
  department   text,
  period       text not null,
  -- by the newest figure that staff know, and by the published one
  known_actual numeric, known_numerator numeric, known_denominator numeric, known_expected numeric, known_border numeric,
  known_low    numeric, known_high numeric, known_before numeric, known_change numeric, known_due date,
  known_zh     text, known_en text,
  shown_actual numeric, shown_numerator numeric, shown_denominator numeric, shown_expected numeric, shown_border numeric,
  shown_low    numeric, shown_high numeric, shown_before numeric, shown_change numeric, shown_due date,
  shown_zh     text, shown_en text,
  raised_at    timestamptz not null,
  -- since when the public sees it, and since when it sees that the published figures do not say so any more
  published_at timestamptz,
  retracted_at timestamptz,
  withdrawn_zh text, withdrawn_en text,
  owner_area   text references area,
  owner_department text,
  -- the last day, whole, in Asia/Shanghai, for whatever comes next
  due          date,
  escalated_on date,
  plan         text,
  check ((cause = 'OVERDUE_REPORT') = (task is not null)),
  check ((cause = 'OVERDUE_REPORT') = (indicator is null)),
  check ((indicator is null) = (definition is null)),
  check ((cause in ('OFF_TRAJECTORY', 'FLOOR_BREACH', 'ZERO_BREACH')) = (target is not null)),
  check (known_zh is not null and known_en is not null),
  -- nothing is public that the published figures do not say
  check ((published_at is null) = (shown_zh is null)),
  check ((shown_zh is null) = (shown_en is null)),
  check (cause <> 'OVERDUE_REPORT' or published_at is null),
  check (retracted_at is null or published_at is not null),
  check ((state = 'WITHDRAWN') = (withdrawn_zh is not null)),
  check ((withdrawn_zh is null) = (withdrawn_en is null)),
  check (state in ('OPEN', 'WITHDRAWN') or owner_area is not null)
);
-- One that stands for each cause.
create unique index warning_standing on warning (cause, target, indicator, definition, area, period, task) nulls not distinct
  where state <> 'WITHDRAWN';
create index warning_public on warning (id) where published_at is not null;
create index warning_due on warning (due) where state in ('OPEN', 'ASSIGNED', 'RECTIFYING') and escalated_on is null;
create index warning_area on warning (area, id);

create table warning_act (
  warning_id uuid not null references warning,
  position   integer not null,
  act        text not null,
  official   text not null,
  at         timestamptz not null,
  words      text not null,
  primary key (warning_id, position)
);

create table warning_extension (
  warning_id uuid not null references warning,
  position   integer not null,
  until      date not null,
  reason     text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (warning_id, position)
);

-- Where the proof of a rectification lies, by its hash.
create table warning_proof (
  warning_id   uuid not null references warning,
  position     integer not null,
  reference    text not null,
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  summary      text not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  primary key (warning_id, position)
);
