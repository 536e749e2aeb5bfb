create table account (
  id      uuid primary key,
  name    text not null unique
);

create table book (
  shelf       text not null,
  title       text not null,
  version     integer not null check (version > 0),
  body        jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (shelf, title, version)
);
