-- Watch lists: whose, what is on them, and what was told of each.

create table watch_list (
  id         uuid primary key,
  owner      varchar not null,
  name       varchar not null,
  created_at timestamptz not null,
  version    bigint not null
);
create index watch_list_of_owner on watch_list (owner, id);

create table watch_item (
  list_id    uuid not null references watch_list on delete cascade,
  position   integer not null,
  number     varchar not null,
  number_key varchar not null,
  match_key  varchar not null,
  picture    jsonb not null,
  checked_on date not null,
  due        boolean not null,
  primary key (list_id, number_key)
);
comment on column watch_item.match_key is 'The number of an edition; of an undated number the family, whether mandatory or recommended.';
comment on column watch_item.picture is 'What the catalogue said of it when it was looked at last: a difference is told, once.';
create index watch_item_match on watch_item (match_key);
create index watch_item_due on watch_item (number_key, list_id) where due;
create index watch_item_checked on watch_item (checked_on);

create table watch_notice (
  id         uuid primary key,
  list_id    uuid not null references watch_list on delete cascade,
  content    jsonb not null
);
create index watch_notice_newest on watch_notice (list_id, id desc);
