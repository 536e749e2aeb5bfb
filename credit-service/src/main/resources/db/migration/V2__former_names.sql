-- What becomes of an enterprise after its registration: other names, and its end.

alter table enterprise
  add column name_since            date,
  add column closed_on             date,
  add column closure_reason        text,
  add column closure_department    text,
  add column closure_record_number text,
  add column closure_recorded_at   timestamptz,
  add check (num_nulls(closed_on, closure_reason, closure_department, closure_record_number, closure_recorded_at)
             = case status when 'CLOSED' then 0 else 5 end);
comment on column enterprise.name_since is 'First day of the present name; null while it has never had another.';

create table former_name (
  enterprise_id        uuid not null references enterprise (id),
  position             integer not null,
  name                 text not null,
  normalised_name      text not null,
  bigrams              text[] not null,
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
comment on table former_name is 'Names an enterprise has given up, in order, each with the change that ended it.';
comment on column former_name.valid_from is 'Null when the day of registration is not known.';
comment on column former_name.valid_to is 'Day of the change: the first day on which the name no longer was the name.';
-- Served like the present names: a pair of characters by its index, a page in the order of names.
create index former_name_bigrams on former_name using gin (bigrams);
alter table former_name alter column bigrams set statistics 1000;
create index former_name_by_name on former_name (normalised_name, enterprise_id);
