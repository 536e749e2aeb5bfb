-- A figure may fall short of a limit from below or from above; a goal may be a mere direction.
alter table indicator drop constraint indicator_kind_check, drop constraint indicator_direction_check,
  drop constraint indicator_baseline_qualifier_check, drop constraint indicator_target_qualifier_check;
alter table indicator
  add check (kind in ('REACH', 'MAINTAIN', 'ZERO', 'MILESTONE', 'ORDINAL', 'DIRECTION', 'CONTEXT')),
  add check (direction in ('AT_LEAST', 'AT_MOST', 'EXACTLY', 'NONE')),
  add check (baseline_qualifier in ('EQ', 'GE', 'GT', 'LE', 'LT')),
  add check (target_qualifier in ('EQ', 'GE', 'GT', 'LE', 'LT')),
  add check (kind <> 'DIRECTION' or (target_year is null and direction <> 'NONE'));

-- What an indicator counts from a day on. Figures of two definitions are never compared.
create table definition (
  indicator       text not null references indicator,
  version         integer not null check (version >= 1),
  valid_from      date not null,
  scope_zh        text not null,
  scope_en        text not null,
  unit            text not null,
  measure         text not null check (measure in ('STOCK', 'FLOW', 'RATE', 'INDEX', 'LEVEL')),
  numerator_zh    text,
  numerator_en    text,
  denominator_zh  text,
  denominator_en  text,
  decimals        integer not null check (decimals between 0 and 6),
  lowest          numeric,
  highest         numeric,
  break_reason_zh text,
  break_reason_en text,
  -- 0: read off the indicator, written by nobody
  revision        bigint not null check (revision >= 0),
  primary key (indicator, version),
  unique (indicator, valid_from),
  check (num_nonnulls(numerator_zh, numerator_en, denominator_zh, denominator_en) in (0, 4)),
  check (numerator_zh is null or measure = 'RATE'),
  check (lowest <= highest),
  check (num_nonnulls(break_reason_zh, break_reason_en) = case version when 1 then 0 else 2 end)
);

create table definition_level (
  indicator text not null,
  version   integer not null,
  position  integer not null,
  level     text not null,
  primary key (indicator, version, position),
  foreign key (indicator, version) references definition
);

insert into definition (indicator, version, valid_from, scope_zh, scope_en, unit, measure, decimals, lowest, highest, revision)
select code, 1, date '1949-01-01', name_zh, name_en, unit,
       case when kind in ('ORDINAL', 'MILESTONE') then 'LEVEL' when unit = '%' then 'RATE' else 'STOCK' end,
       case when unit = '%' and kind not in ('ORDINAL', 'MILESTONE') then 1 else 0 end,
       case when unit = '%' and kind not in ('ORDINAL', 'MILESTONE') then 0 end,
       case when unit = '%' and kind not in ('ORDINAL', 'MILESTONE') then 100 end,
       0
from indicator;

-- What a plan promised about an indicator.
create table target (
  id                 text primary key,
  indicator          text not null,
  definition          integer not null,
  -- another one than the target's: the series breaks between them
  baseline_definition integer,
  plan                text not null references plan,
  -- no reference: a plan of the province speaks of the province
  area               text not null,
  kind               text not null check (kind in ('REACH', 'MAINTAIN', 'ZERO', 'MILESTONE', 'ORDINAL', 'DIRECTION')),
  direction          text not null check (direction in ('AT_LEAST', 'AT_MOST', 'EXACTLY')),
  scope_zh           text,
  scope_en           text,
  baseline_year      integer,
  baseline_value     numeric,
  baseline_qualifier text check (baseline_qualifier in ('EQ', 'GE', 'GT', 'LE', 'LT')),
  baseline_text      text,
  figure_year        integer,
  figure_value       numeric,
  figure_qualifier   text check (figure_qualifier in ('EQ', 'GE', 'GT', 'LE', 'LT')),
  figure_text        text,
  reading            text check (reading in ('EQ', 'GE', 'GT', 'LE', 'LT')),
  reading_reason_zh  text,
  reading_reason_en  text,
  method             text check (method in ('LINEAR', 'STEP', 'COMPOUND')),
  method_reason_zh   text,
  method_reason_en   text,
  note               text,
  version            bigint not null check (version >= 1),
  foreign key (indicator, definition) references definition,
  foreign key (indicator, baseline_definition) references definition,
  check ((scope_zh is null) = (scope_en is null)),
  check ((baseline_year is null) = (baseline_text is null)),
  check ((baseline_value is null) = (baseline_qualifier is null)),
  check (baseline_value is null or baseline_year is not null),
  check ((figure_year is null) = (figure_text is null)),
  check ((figure_value is null) = (figure_qualifier is null)),
  check (figure_value is null or figure_year is not null),
  check ((kind = 'DIRECTION') = (figure_year is null)),
  check (kind <> 'ZERO' or figure_value = 0),
  check (baseline_year < figure_year),
  check (num_nonnulls(reading, reading_reason_zh, reading_reason_en) in (0, 3)),
  check (method is null or num_nonnulls(baseline_value, figure_value) = 2),
  check (method = 'LINEAR' or method is null or num_nonnulls(method_reason_zh, method_reason_en) = 2)
);
create index target_plan on target (plan, id);
create index target_indicator on target (indicator, id);

create table target_step (
  target   text not null references target,
  position integer not null,
  year     integer not null,
  value    numeric not null,
  primary key (target, position)
);

-- One passage may carry several targets, one target may stand on several passages.
create table target_passage (
  target       text not null references target,
  position     integer not null,
  plan         text not null references plan,
  text         text not null,
  -- of the first character in the plan's text
  start_offset integer not null check (start_offset >= 0),
  about        text not null check (about in ('BASELINE', 'TARGET')),
  primary key (target, position)
);
create index target_passage_words on target_passage (plan, start_offset);
