-- A record is never overwritten: what corrects it is a record of its own, and only the last of a chain stands.

alter table archive_record
  add column chain    uuid references archive_record (id),
  add column position integer not null default 1 check (position > 0),
  add column corrects uuid unique references archive_record (id),
  add column reason   text,
  add column voided   boolean not null default false,
  add column standing boolean not null default true,
  add column evidence uuid[] not null default '{}',
  add unique (chain, position),
  add check (num_nulls(chain, corrects, reason) = case position when 1 then 3 else 0 end),
  add check (not voided or (position > 1 and not standing));
comment on column archive_record.chain is 'First record of the chain; null for the first itself.';
comment on column archive_record.corrects is 'The record this one takes the place of; unique, so a chain never forks.';
comment on column archive_record.voided is 'The whole chain no longer counts, for example after an annulment.';
comment on column archive_record.standing is 'Last of its chain and not void: the only one that counts and is shown.';

-- Also where the program is not asked: only whether a record stands may change.
revoke update, delete, truncate on archive_record from ${app_role};
grant update (standing) on archive_record to ${app_role};

-- Corrections are in it whatever their disclosure: they tell since when a public answer is true.
drop index archive_record_public;
create index archive_record_public on archive_record (uscc) where disclosure = 'PUBLIC' or position > 1;
create index archive_record_honours on archive_record (occurred_on desc, id desc)
  where kind = 'HONOUR' and disclosure = 'PUBLIC' and standing;
