-- Enterprise quality credit. Identifiers are UUIDv7 made by the application; natural keys are unique constraints.

create table reference_version (
  kind        text not null check (kind in ('REGION', 'LEGAL_BASIS', 'RULE_PACK', 'CALENDAR')),
  item_key    text not null,
  version     integer not null check (version > 0),
  body        jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (kind, item_key, version)
);
comment on table reference_version is 'What the law says, in versions; the newest counts, none is ever changed.';

create table enterprise (
  id                   uuid primary key,
  version              bigint not null,
  uscc                 text not null unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name                 text not null,
  normalised_name      text not null,
  bigrams              text[] not null,
  region               text not null,
  subject_type         text not null check (subject_type in ('LEGAL_PERSON', 'BRANCH', 'SOLE_TRADER', 'COOPERATIVE')),
  status               text not null check (status in ('ACTIVE', 'CLOSED')),
  industry             text,
  fields               text[] not null,
  registered_on        date,
  address              text,
  fictional            boolean not null,
  source_department    text not null,
  source_record_number text not null,
  recorded_at          timestamptz not null,
  unique (source_department, source_record_number)
);
comment on column enterprise.region is 'Present jurisdiction; the digits inside the code are history.';
comment on column enterprise.bigrams is
  'Neighbouring character pairs of normalised_name: serves searches of two characters, which a trigram index cannot.';
create index enterprise_bigrams on enterprise using gin (bigrams);
-- How common a pair is decides whether the pair's index or the order of names is the shorter way to a page.
alter table enterprise alter column bigrams set statistics 1000;
create index enterprise_by_name on enterprise (normalised_name, id);

create table archive_record (
  id                   uuid primary key,
  uscc                 text not null references enterprise (uscc),
  kind                 text not null check (kind in ('REGISTRATION', 'SAMPLING_RESULT', 'PENALTY', 'CERTIFICATION',
                         'PERMIT', 'HONOUR', 'COMMITMENT', 'CHIEF_QUALITY_OFFICER', 'ANNUAL_REPORT', 'COMPLAINT', 'RECALL',
                         'MAJOR_ACCIDENT', 'PRODUCT_INJURY', 'CONSTRUCTION_QUALITY', 'STANDARDS_CONDUCT', 'LIST_ENTRY',
                         'MEASURE_FEEDBACK')),
  title                text not null,
  occurred_on          date not null,
  valid_from           date,
  valid_to             date,
  severity             text check (severity in ('MINOR', 'GENERAL', 'SERIOUS')),
  disclosure           text not null check (disclosure in ('PUBLIC', 'AUTHORISED', 'GOVERNMENT')),
  details              jsonb not null,
  source_department    text not null,
  source_record_number text not null,
  recorded_at          timestamptz not null,
  unique (source_department, source_record_number),
  check (valid_from <= valid_to)
);
create index archive_record_public on archive_record (uscc) where disclosure = 'PUBLIC';

create table declared_standard (
  declaration_id  uuid primary key,
  uscc            text not null,
  standard_number text not null,
  standard_title  text not null,
  own_standard    boolean not null,
  declared_at     timestamptz not null,
  state           text not null,
  sequence        bigint not null,
  received_at     timestamptz not null
);
comment on table declared_standard is
  'Told by the standards service. Without a foreign key: an enterprise may declare before a department registers it here.';
create index declared_standard_public on declared_standard (uscc) where state = 'PUBLIC';

create table list_version (
  id         integer primary key check (id = 1),
  version    bigint not null,
  changed_at timestamptz not null
);
comment on table list_version is 'One row: number and time of the last change of the published lists.';
insert into list_version (id, version, changed_at) values (1, 0, now());

create table listing (
  id               uuid primary key,
  version          bigint not null,
  uscc             text not null references enterprise (uscc),
  enterprise_name  text not null,
  kind             text not null check (kind in ('RED', 'BLACK')),
  field            text not null check (field in ('INDUSTRIAL_PRODUCTION', 'CIRCULATION', 'CONSTRUCTION', 'SERVICES',
                     'AGRICULTURE')),
  ground           text not null,
  legal_basis      text not null,
  region           text not null,
  state            text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'REJECTED')),
  document_number  text,
  decided_on       date,
  authority        text,
  facts            text,
  measures         text,
  removal          text,
  remedies         text,
  valid_until      date,
  announcement     text,
  published_at     timestamptz,
  first_listed_in  bigint,
  last_listed_in   bigint,
  check (state not in ('PUBLISHED', 'WITHDRAWN') or (published_at is not null and first_listed_in is not null)),
  check ((state = 'WITHDRAWN') = (last_listed_in is not null)),
  check (state not in ('PUBLISHED', 'WITHDRAWN')
         or (document_number is not null and decided_on is not null and authority is not null and facts is not null)),
  check (kind = 'RED' or state not in ('PUBLISHED', 'WITHDRAWN') or (removal is not null and remedies is not null))
);
comment on column listing.first_listed_in is 'Version of the published list in which the entry first stood.';
comment on column listing.last_listed_in is 'Version of the published list in which it stood last.';
create index listing_of_enterprise on listing (uscc) where state = 'PUBLISHED';
create index listing_published on listing (kind, published_at desc, id desc) where state = 'PUBLISHED';
create index listing_desk on listing (state, id);

create table listing_act (
  listing_id uuid not null references listing (id),
  position   integer not null,
  act        text not null check (act in ('DRAFT', 'PUBLISH', 'REJECT', 'WITHDRAW')),
  official   text not null,
  at         timestamptz not null,
  reason     text not null,
  primary key (listing_id, position)
);
comment on table listing_act is 'What was done to an entry, by whom, in order.';
-- Four eyes also where the program is not asked: the publisher is never the drafter.
create function keep_four_eyes() returns trigger language plpgsql as $$
begin
  if new.act in ('PUBLISH', 'REJECT')
     and exists (select from listing_act where listing_id = new.listing_id and act = 'DRAFT' and official = new.official) then
    raise exception 'The same person may not propose and decide on entry %', new.listing_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger listing_act_four_eyes before insert on listing_act for each row execute function keep_four_eyes();
