-- Natural keys throughout: these are codes that people and other systems write down.

create table plan (
  id      text primary key,
  title   text not null,
  period  text not null,
  source  text not null,
  text    text not null,
  version bigint not null check (version >= 1)
);

create table area (
  code    text primary key,
  name    text not null,
  kind    text not null check (kind in ('CITY', 'COUNTY', 'FUNCTION_ZONE')),
  parent  text references area,
  version bigint not null check (version >= 1),
  check ((kind = 'CITY') = (parent is null))
);
create index area_parent on area (parent);

create table indicator (
  code               text primary key,
  name_zh            text not null,
  name_en            text not null,
  domain             text not null,
  unit               text not null,
  kind               text not null check (kind in ('REACH', 'MAINTAIN', 'ZERO', 'MILESTONE', 'ORDINAL', 'CONTEXT')),
  direction          text not null check (direction in ('AT_LEAST', 'EXACTLY', 'NONE')),
  -- numeric without a scale keeps the decimals as they were written
  baseline_year      integer,
  baseline_value     numeric,
  baseline_qualifier text check (baseline_qualifier in ('EQ', 'GE', 'GT')),
  baseline_text      text,
  target_year        integer,
  target_value       numeric,
  target_qualifier   text check (target_qualifier in ('EQ', 'GE', 'GT')),
  target_text        text,
  note               text,
  search_text        text not null,
  version            bigint not null check (version >= 1),
  check ((baseline_year is null) = (baseline_text is null)),
  check ((baseline_value is null) = (baseline_qualifier is null)),
  check (baseline_value is null or baseline_year is not null),
  check ((target_year is null) = (target_text is null)),
  check ((target_value is null) = (target_qualifier is null)),
  check (target_value is null or target_year is not null),
  check (kind <> 'CONTEXT' or target_year is null),
  check (kind <> 'ZERO' or target_year is null or target_value = 0)
);

create table indicator_plan (
  code     text not null references indicator,
  position integer not null,
  plan     text not null references plan,
  primary key (code, position)
);
create index indicator_plan_plan on indicator_plan (plan, code);

-- One sentence may speak of several indicators, one indicator may be spoken of in several sentences.
create table indicator_quotation (
  code     text not null references indicator,
  position integer not null,
  plan     text not null references plan,
  text     text not null,
  primary key (code, position)
);
create index indicator_quotation_words on indicator_quotation (plan, text);

-- Every version of reference data that was ever in force, as it was sent.
create table revision (
  subject     text not null,
  id          text not null,
  version     bigint not null,
  body        json not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (subject, id, version)
);
revoke update, delete on revision from ${app_role};

create table live_figure (
  code    text primary key,
  name_zh text not null,
  name_en text not null,
  value   bigint not null default 0 check (value >= 0),
  as_of   timestamptz
);
insert into live_figure (code, name_zh, name_en) values
  ('STD_SELF_DECL', '企业自我声明公开的企业标准数量', 'Self-declared public enterprise standards'),
  ('LST_RED', '在榜红榜条目数', 'Published red-list entries'),
  ('LST_BLACK', '在榜黑榜条目数', 'Published black-list entries');

-- A record that does not count keeps its sequence and nothing that names anybody.
create table listed_entry (
  listing_id   uuid primary key,
  sequence     bigint not null,
  kind         text check (kind in ('RED', 'BLACK')),
  uscc         text,
  name         text,
  published_at timestamptz,
  check (num_nonnulls(kind, uscc, name, published_at) in (0, 4))
);
create index listed_entry_newest on listed_entry (kind, published_at desc, listing_id desc) where kind is not null;

create table declared_standard (
  declaration_id uuid primary key,
  sequence       bigint not null,
  uscc           text,
  number         text,
  declared_at    timestamptz,
  check (num_nonnulls(uscc, number, declared_at) in (0, 3))
);
create index declared_standard_newest on declared_standard (declared_at desc, declaration_id desc)
  where declared_at is not null;
create index declared_standard_once on declared_standard (uscc, number) where uscc is not null;
