-- More of what becomes of an enterprise: another region, other particulars; and branches know their parent.

alter table reference_version
  drop constraint reference_version_kind_check,
  add constraint reference_version_kind_check check (kind in ('REGION', 'LEGAL_BASIS', 'RULE_PACK', 'CALENDAR', 'INDUSTRIES'));

alter table enterprise
  add column region_since date,
  add column changed_at   timestamptz,
  add column parent       text references enterprise (uscc),
  add constraint enterprise_parent check (parent is null or (subject_type = 'BRANCH' and parent <> uscc));
comment on column enterprise.region_since is 'First day in the present region; null while it has never been in another.';
comment on column enterprise.changed_at is 'When the last move or amendment was recorded; public answers say since when they are true.';
comment on column enterprise.parent is 'Of a branch: the code of whom it is a part. No branch has branches.';
create index enterprise_branches on enterprise (parent, uscc) where parent is not null;

create table former_region (
  enterprise_id        uuid not null references enterprise (id),
  position             integer not null,
  region               text not null,
  valid_from           date,
  valid_to             date not null,
  reason               text not null,
  source_department    text not null,
  source_record_number text not null,
  recorded_at          timestamptz not null,
  primary key (enterprise_id, position),
  unique (source_department, source_record_number),
  check (valid_from <= valid_to)
);
comment on table former_region is 'Regions an enterprise has left, in order, each with the move that ended it.';
comment on column former_region.valid_to is 'Day of the move: the first day on which it no longer was there.';

create table former_particulars (
  enterprise_id        uuid not null references enterprise (id),
  position             integer not null,
  industry             text,
  fields               text[] not null,
  address              text,
  parent               text,
  valid_to             date not null,
  reason               text not null,
  source_department    text not null,
  source_record_number text not null,
  recorded_at          timestamptz not null,
  primary key (enterprise_id, position),
  unique (source_department, source_record_number)
);
comment on table former_particulars is 'Industry, fields, address and parent as they were before each amendment, in order.';
comment on column former_particulars.valid_to is 'Day of the amendment: the first day on which they no longer held.';
