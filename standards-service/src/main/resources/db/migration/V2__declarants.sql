-- What the credit service's events told of enterprises. Rebuildable: empty both tables and the inbox of
-- the groups standards-enterprise and standards-listing, and read the topics from their beginning.

create table declarant (
  uscc       varchar primary key check (length(uscc) = 18),
  name       varchar not null,
  region     varchar,
  status     varchar not null check (status in ('ACTIVE', 'CLOSED')),
  sequence   bigint not null,
  changed_at timestamptz not null
);
comment on column declarant.sequence is 'Version at the credit service; a row only moves to a higher one.';

create table list_entry (
  listing_id   uuid primary key,
  uscc         varchar not null check (length(uscc) = 18),
  kind         varchar not null check (kind in ('RED', 'BLACK')),
  visible      boolean not null,
  published_at timestamptz not null,
  valid_until  date,
  sequence     bigint not null,
  changed_at   timestamptz not null
);
comment on column list_entry.visible is 'False once withdrawn, repaired or expired; the row stays to tell late events.';
create index list_entry_shown on list_entry (uscc) where visible;
