-- The catalogue of standards.

create table standard (
  id             uuid primary key,
  number         varchar not null,
  number_key     varchar not null unique,
  confidence     varchar not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
  level          varchar not null
                 check (level in ('NATIONAL', 'INDUSTRY', 'LOCAL', 'GROUP', 'ENTERPRISE', 'INTERNATIONAL')),
  nature         varchar check (nature in ('MANDATORY', 'RECOMMENDED', 'GUIDE')),
  status         varchar not null check (status in ('UPCOMING', 'IN_FORCE', 'REPLACED', 'ABOLISHED')),
  title_zh       varchar not null,
  title_en       varchar,
  published_on   date,
  implemented_on date,
  abolished_on   date,
  ics            varchar,
  ccs            varchar,
  source         varchar not null,
  certainty      varchar not null check (certainty in ('T', 'D', 'U')),
  search_text    varchar not null,
  search_grams   varchar[] not null,
  revision       bigint not null,
  changed_at     timestamptz not null,
  check (not (level in ('GROUP', 'ENTERPRISE') and nature = 'MANDATORY')),
  check (implemented_on >= published_on),
  check (abolished_on >= implemented_on)
);
comment on column standard.number is 'As first spelled; number_key is the canonical form.';
comment on column standard.status is 'As stated; the legal state of a day is standard_status(...).';
create index standard_search on standard using gin (search_grams);

create table standard_relation (
  stated_by   uuid not null references standard,
  kind        varchar not null check (kind in ('REPLACES', 'ADOPTS_IDT', 'ADOPTS_MOD', 'ADOPTS_NEQ')),
  subject_key varchar not null,
  object_key  varchar not null,
  primary key (stated_by, kind, subject_key, object_key),
  check (subject_key <> object_key)
);
comment on table standard_relation is 'Subject does kind to object, by canonical number: the other side may not be here yet.';
create index standard_relation_subject on standard_relation (subject_key);
create index standard_relation_object on standard_relation (object_key);

-- The legal state on a day, the same rule as StandardFacts.statusOn: time brings a standard into force and ends it,
-- only an act of the issuer replaces it.
create function standard_status(stated varchar, implemented_on date, abolished_on date, day date) returns varchar
  language sql immutable parallel safe
  return case
    when stated in ('REPLACED', 'ABOLISHED') then stated
    when abolished_on <= day then 'ABOLISHED'
    when implemented_on is null then stated
    when implemented_on > day then 'UPCOMING'
    else 'IN_FORCE'
  end;
