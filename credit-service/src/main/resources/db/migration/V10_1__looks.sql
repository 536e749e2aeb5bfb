-- Who looked an enterprise up: it has the right to know (山东省社会信用条例第三十七条).

create table look (
  id         uuid primary key,
  uscc       text not null,
  client     text not null,
  department text,
  purpose    text not null,
  looked_at  timestamptz not null
);
comment on column look.department is 'Of an official who looked: the enterprise is told the office, not the person. Null for a system.';
create index look_of_enterprise on look (uscc, id desc);
create index look_by_time on look (looked_at);

create table look_count (
  uscc  text not null,
  day   date not null,
  looks bigint not null check (looks > 0),
  primary key (uscc, day)
);
comment on table look_count is 'How often anybody at all asked for it on a day; who asked is not known and not kept.';
create index look_count_by_day on look_count (day);
