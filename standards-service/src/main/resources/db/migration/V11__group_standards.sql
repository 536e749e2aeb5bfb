-- Group standards: bodies, projects, public comments.

-- The numbers of the procedure, each from a day on. The law is no constant.
create table group_terms (
  valid_from           date primary key,
  comment_days         integer not null check (comment_days >= 1),
  approval_numerator   integer not null check (approval_numerator >= 1),
  approval_denominator integer not null check (approval_denominator >= approval_numerator),
  quorum_numerator     integer not null check (quorum_numerator >= 1),
  quorum_denominator   integer not null check (quorum_denominator >= quorum_numerator),
  bars_drafting_units  boolean not null,
  review_years         integer not null check (review_years >= 1),
  source               varchar not null,
  certainty            varchar not null check (certainty in ('T', 'D', 'U'))
);
insert into group_terms values (date '2019-01-09', 30, 3, 4, 2, 3, true, 5,
  '团体标准管理规定（国标委联〔2019〕1号）：征求意见一般不少于30日；表决不少于出席会议代表人数的3/4同意，起草人及其所在单位的专家不参加表决[U]；复审周期不超过5年；到会不足2/3另行召开系标准审查惯例[U]',
  'D');

create table group_body (
  id            uuid primary key,
  version       bigint not null,
  uscc          varchar not null unique check (length(uscc) = 18),
  name          varchar not null,
  registered_on date not null,
  suspended_on  date
);

create table group_body_code (
  body_id  uuid not null references group_body,
  position integer not null,
  code     varchar not null unique check (code ~ '^[A-Z][A-Z0-9]{1,15}$'),
  since    date not null,
  primary key (body_id, position)
);
comment on table group_body_code is 'Present and former codes: one that was used belongs to no other body for good.';

create table group_body_paper (
  body_id   uuid not null references group_body,
  position  integer not null,
  kind      varchar not null check (kind in ('CHARTER', 'RULES', 'IPR_POLICY')),
  title     varchar not null,
  reference varchar not null,
  sha256    varchar not null check (sha256 ~ '^[0-9a-f]{64}$'),
  filed_at  timestamptz not null,
  primary key (body_id, position)
);

create table group_project (
  id             uuid primary key,
  version        bigint not null,
  body_id        uuid not null references group_body,
  body_uscc      varchar not null check (length(body_uscc) = 18),
  body_name      varchar not null,
  title          varchar not null,
  title_en       varchar,
  scope          varchar not null,
  revises        uuid references group_project,
  state          varchar not null check (state in ('PROPOSED', 'DRAFTING', 'CONSULTING', 'REVIEWING', 'PASSED', 'NUMBERED',
                   'PUBLISHED', 'REVISING', 'CORRECTING', 'REPLACED', 'ABOLISHED', 'REJECTED', 'ABANDONED')),
  approved_on    date,
  comments_until date,
  number         varchar,
  number_key     varchar,
  review_due_on  date,
  file           text not null check (file::jsonb is not null),
  check ((number is null) = (number_key is null)),
  check ((approved_on is null) = (state in ('PROPOSED', 'REJECTED'))),
  check (state not in ('NUMBERED', 'PUBLISHED', 'REVISING', 'CORRECTING', 'REPLACED', 'ABOLISHED') or number is not null),
  check ((review_due_on is not null) = (state in ('PUBLISHED', 'REVISING', 'CORRECTING')))
);
comment on column group_project.file is 'All papers of the project as JSON, read as a whole; text, for nothing in it is searched.';
create unique index group_project_number on group_project (number_key) where state <> 'ABANDONED';
create index group_project_open on group_project (comments_until, id) where state = 'CONSULTING';
create index group_project_body on group_project (body_uscc, id);
create index group_project_review on group_project (review_due_on) where review_due_on is not null;

create table group_comment (
  id           uuid primary key,
  project_id   uuid not null references group_project,
  round        integer not null,
  clause       varchar,
  text         varchar not null,
  name         varchar,
  organization varchar,
  made_at      timestamptz not null,
  fate         varchar check (fate in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED')),
  reason       varchar,
  answered_at  timestamptz,
  check ((fate is null) = (answered_at is null)),
  check (fate is null or fate = 'ACCEPTED' or reason is not null)
);
comment on column group_comment.name is 'Shown to the body alone; so is organization.';
create index group_comment_unanswered on group_comment (project_id) where fate is null;
create index group_comment_project on group_comment (project_id, id);
