-- What people report of standards, how standards have worked, and when each is due for review.

create table feedback (
  id           uuid primary key,
  secret_hash  varchar not null check (length(secret_hash) = 64),
  number       varchar not null,
  number_key   varchar not null,
  category     varchar not null check (category in ('ERROR', 'OUTDATED', 'CONFLICT', 'HARD_TO_APPLY', 'MISSING', 'OTHER')),
  state        varchar not null check (state in ('RECEIVED', 'ACCEPTED', 'ANSWERED', 'PUBLISHED', 'DISMISSED', 'WITHDRAWN')),
  department   varchar,
  question     varchar,
  answer       varchar,
  received_at  timestamptz not null,
  ended_at     timestamptz,
  version      bigint not null,
  check ((state in ('PUBLISHED', 'DISMISSED', 'WITHDRAWN')) = (ended_at is not null)),
  check (state not in ('ANSWERED', 'PUBLISHED') or (question is not null and answer is not null))
);
create index feedback_of_a_standard on feedback (number_key, id desc) where state = 'PUBLISHED';
create index feedback_published on feedback (id desc) where state = 'PUBLISHED';
create index feedback_open on feedback (state, id);

-- What somebody wrote and who it was; apart, so that it can be deleted and is read by nobody by accident.
create table feedback_private (
  feedback_id uuid primary key references feedback,
  words       varchar not null,
  contact     varchar
);

create table feedback_act (
  feedback_id uuid not null references feedback,
  position    integer not null,
  act         varchar not null,
  official    varchar not null,
  at          timestamptz not null,
  words       varchar not null,
  primary key (feedback_id, position)
);

-- Evaluations and reviews of standards, dated; append-only.
create table standard_evaluation (
  id            uuid primary key,
  kind          varchar not null check (kind in ('EVALUATION', 'REVIEW')),
  number_key    varchar not null,
  evaluated_on  date not null,
  conclusion    varchar not null check (conclusion in ('KEEP', 'REVISE', 'ABOLISH')),
  used_by       varchar,
  effect        varchar not null,
  body          varchar not null,
  document      varchar,
  replaces      uuid unique references standard_evaluation,
  recorded_at   timestamptz not null,
  recorded_by   varchar not null
);
comment on column standard_evaluation.replaces is 'The record that this one corrects.';
create index standard_evaluation_newest on standard_evaluation (number_key, kind, evaluated_on desc, id desc);
revoke update, delete, truncate on standard_evaluation from ${app_role};

-- How long a standard of a level may stand before it is reviewed.
create table review_cycle (
  level          varchar not null,
  effective_from date not null,
  months         integer not null check (months > 0),
  source         varchar not null,
  certainty      varchar not null check (certainty in ('T', 'D', 'U')),
  primary key (level, effective_from)
);
insert into review_cycle (level, effective_from, months, source, certainty) values
  ('LOCAL', '2018-01-01', 60, '标准化法 2017 第二十九条：复审周期一般不超过五年', 'T'),
  ('GROUP', '2019-01-09', 60, '团体标准管理规定 2019', 'D'),
  ('ENTERPRISE', '2018-01-01', 60, '标准化法 2017 第二十九条，企业标准参照适用', 'U');
