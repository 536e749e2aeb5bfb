-- Supervision after the fact: drawn lists, findings, orders to correct, publicity.

-- Days of an order to correct. The law says 限期 and no number (标准化法 2017 art. 38); in force from a day on.
create table correction_terms (
  valid_from     date primary key,
  usual_days     integer not null check (usual_days between 1 and most_days),
  most_days      integer not null,
  extension_days integer not null check (extension_days >= 0),
  basis          varchar not null,
  certainty      varchar not null check (certainty in ('T', 'D', 'U'))
);
comment on column correction_terms.most_days is 'The most an order may give.';
comment on column correction_terms.extension_days is 'The most all extensions together may add.';
insert into correction_terms values (date '2018-01-01', 30, 60, 30, '标准化法 2017 art. 38 未规定期限；系统默认：限期三十日，至多六十日，延期合计至多三十日', 'U');

-- A draw that anybody can repeat: the population by its ids, ordered by SHA-256 of seed and id, and the first of that order.
create table sampling_draw (
  id                uuid primary key,
  title             varchar not null,
  region            varchar not null,
  size              integer not null check (size between 1 and 1000),
  inspectors        varchar[] not null check (cardinality(inspectors) >= 2),
  seed              varchar not null check (seed ~ '^[0-9a-f]{64}$'),
  population        uuid[] not null,
  population_digest varchar not null check (population_digest ~ '^[0-9a-f]{64}$'),
  drawn_by          varchar not null,
  drawn_at          timestamptz not null
);

create table sampled_declaration (
  draw_id        uuid not null references sampling_draw,
  position       integer not null,
  declaration_id uuid not null references declaration,
  inspectors     varchar[] not null check (cardinality(inspectors) = 2),
  primary key (draw_id, position),
  unique (draw_id, declaration_id)
);

create table supervision_case (
  id                 uuid primary key,
  version            bigint not null,
  uscc               varchar not null check (length(uscc) = 18),
  enterprise_name    varchar not null,
  region             varchar not null,
  declaration_id     uuid references declaration,
  draw_id            uuid references sampling_draw,
  standard_number    varchar,
  subject            varchar not null,
  breach             varchar not null
    check (breach in ('NOT_PUBLISHED', 'INCOMPLETE', 'OUTDATED', 'UNTRUE', 'BELOW_MANDATORY', 'NUMBERING')),
  facts              varchar not null,
  evidence_reference varchar not null,
  evidence_sha256    varchar not null check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  found_on           date not null,
  state              varchar not null check (state in ('FOUND', 'DISMISSED', 'ORDERED', 'ANSWERED', 'CORRECTED', 'PROPOSED',
    'PUBLICISED', 'LIFTED', 'REFERRED', 'WITHDRAWN')),
  order_number       varchar,
  order_demands      varchar,
  served_on          date,
  first_due          date,
  due                date,
  announcement       varchar,
  publicised_at      timestamptz,
  ended_at           timestamptz,
  check ((order_number is null) = (served_on is null) and (order_number is null) = (due is null)
    and (due is null) = (first_due is null)
    and (order_number is null) = (order_demands is null)),
  check (state in ('FOUND', 'DISMISSED', 'WITHDRAWN') or order_number is not null),
  check (due >= first_due and first_due > served_on and served_on >= found_on),
  check ((publicised_at is null) = (announcement is null)),
  check (state not in ('PUBLICISED', 'LIFTED') or publicised_at is not null),
  check (state in ('PUBLICISED', 'LIFTED', 'WITHDRAWN') or publicised_at is null),
  check ((ended_at is not null) = (publicised_at is not null and state <> 'PUBLICISED'))
);
comment on column supervision_case.first_due is 'As the order says, before any extension.';
comment on column supervision_case.ended_at is 'Since when what was publicised is public no more.';
create index supervision_case_newest on supervision_case (region, id);
create index supervision_case_uscc on supervision_case (uscc, id);
create index supervision_case_public on supervision_case (id) where state = 'PUBLICISED';

create table supervision_act (
  case_id  uuid not null references supervision_case,
  position integer not null,
  act      varchar not null,
  official varchar not null,
  at       timestamptz not null,
  words    varchar not null,
  primary key (case_id, position)
);

create table supervision_answer (
  case_id   uuid not null references supervision_case,
  position  integer not null,
  content   varchar not null,
  reference varchar,
  sha256    varchar check (sha256 ~ '^[0-9a-f]{64}$'),
  at        timestamptz not null,
  primary key (case_id, position),
  check ((reference is null) = (sha256 is null))
);

create table supervision_extension (
  case_id  uuid not null references supervision_case,
  position integer not null,
  until    date not null,
  reason   varchar not null,
  at       timestamptz not null,
  primary key (case_id, position)
);
