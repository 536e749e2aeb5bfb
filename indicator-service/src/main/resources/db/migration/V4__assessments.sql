-- A cycle is evaluated by the version of the scheme it was opened with, which stands among the revisions.
create table assessment (
  id             uuid primary key,
  scheme         text not null,
  scheme_version bigint not null check (scheme_version >= 1),
  year           integer not null,
  state          text not null check (state in ('TARGET_FILING', 'SELF_EVALUATION', 'ON_SITE_CHECK', 'REVIEW', 'APPEAL',
                                                'PUBLISHED', 'CORRECTION')),
  edition        integer not null check (edition >= 0),
  correction     text,
  opened_at      timestamptz not null,
  published_at   timestamptz,
  version        bigint not null check (version >= 1),
  unique (scheme, year),
  check ((edition = 0) = (published_at is null)),
  check ((state = 'CORRECTION') = (correction is not null))
);
create index assessment_published on assessment (year desc, id desc) where edition > 0;

create table assessed_area (
  assessment_id    uuid not null references assessment,
  position         integer not null,
  area             text not null references area,
  targets          text,
  targets_filed_on date,
  targets_late     boolean not null,
  evaluated_by     text,
  evaluated_on     date,
  evaluated_late   boolean not null,
  reviewed_by      text,
  review_remark    text,
  appeal           text,
  appealed_by      text,
  appeal_upheld    boolean,
  appeal_answer    text,
  appeal_decided_by text,
  primary key (assessment_id, position),
  unique (assessment_id, area),
  check ((targets is null) = (targets_filed_on is null)),
  check ((evaluated_by is null) = (evaluated_on is null)),
  check ((appeal is null) = (appealed_by is null)),
  check ((appeal_upheld is null) = (appeal_decided_by is null)),
  check (appeal_upheld is null or appeal is not null)
);

-- Only added to: of an area and row the entry with the highest number counts, and what it replaced stays beside it.
create table assessment_entry (
  number        bigint generated always as identity primary key,
  assessment_id uuid not null references assessment,
  area          text not null,
  node          text not null,
  stage         text not null check (stage in ('SELF_EVALUATION', 'ON_SITE_CHECK', 'APPEAL', 'CORRECTION')),
  entry         jsonb not null,
  reason        text,
  entered_by    text not null,
  entered_at    timestamptz not null,
  check ((stage = 'SELF_EVALUATION') = (reason is null))
);
create index assessment_entry_newest on assessment_entry (assessment_id, area, node, number desc);
revoke update, delete on assessment_entry from ${app_role};

-- A published result stays as it was published; a correction is another edition.
create table assessment_edition (
  assessment_id uuid not null references assessment,
  edition       integer not null check (edition >= 1),
  digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
  bundle        bytea not null,
  results       jsonb not null,
  reason        text,
  published_by  text not null,
  published_at  timestamptz not null,
  primary key (assessment_id, edition),
  check ((edition = 1) = (reason is null))
);
revoke update, delete on assessment_edition from ${app_role};
