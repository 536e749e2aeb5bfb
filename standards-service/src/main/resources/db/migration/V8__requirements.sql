-- What recommended standards demand, and the vocabulary it is written in.

create table requirement_version (
  kind        varchar not null check (kind in ('CHARACTERISTIC', 'REQUIREMENT')),
  item_key    varchar not null,
  version     bigint not null,
  body        json not null,
  recorded_at timestamptz not null,
  recorded_by varchar not null,
  stamp       bigint not null generated always as identity unique,
  primary key (kind, item_key, version)
);
comment on table requirement_version is 'Append-only; the newest version counts.';
comment on column requirement_version.stamp is 'Writers come one after the other, so the highest one tells whether anything has changed.';
