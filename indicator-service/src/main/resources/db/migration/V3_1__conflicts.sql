-- What the plans disagree about, each with its sides; nothing is settled here.
create table conflict (
  id             text primary key,
  title_zh       text not null,
  title_en       text not null,
  explanation_zh text not null,
  explanation_en text not null,
  version        bigint not null check (version >= 1)
);

create table conflict_side (
  conflict  text not null references conflict,
  position  integer not null,
  plan      text not null references plan,
  indicator text not null references indicator,
  target    text references target,
  passage   text not null,
  says_zh   text not null,
  says_en   text not null,
  primary key (conflict, position)
);
create index conflict_side_indicator on conflict_side (indicator);
