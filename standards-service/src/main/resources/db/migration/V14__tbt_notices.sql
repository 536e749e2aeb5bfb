-- Notices of technical barriers to trade, and who wants to be told of which.

create table tbt_notice (
  id                   uuid primary key,
  version              bigint not null,
  number               varchar not null unique,
  market               varchar not null check (market ~ '^[A-Z]{2}$'),
  title                varchar not null,
  product              varchar not null,
  ics                  varchar[] not null check (cardinality(ics) >= 1),
  ics_around           varchar[] not null,
  notified_on          date not null,
  comments_until       date check (comments_until >= notified_on),
  enters_into_force_on date,
  link                 varchar not null,
  search_text          varchar not null,
  search_grams         varchar[] not null
);
comment on column tbt_notice.number is 'The WTO symbol.';
comment on column tbt_notice.ics_around is 'The classes and those that they lie in: 43 and 43.040 for 43.040.20.';
create index tbt_notice_newest on tbt_notice (notified_on desc, id desc);
create index tbt_notice_ics on tbt_notice using gin (ics_around);
create index tbt_notice_search on tbt_notice using gin (search_grams);

create table tbt_subscription (
  id         uuid primary key,
  subscriber varchar not null,
  ics        varchar,
  market     varchar,
  created_at timestamptz not null,
  unique nulls not distinct (subscriber, ics, market),
  check (ics is not null or market is not null)
);
create index tbt_subscription_match on tbt_subscription (ics, market);
