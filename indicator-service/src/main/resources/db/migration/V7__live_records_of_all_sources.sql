-- One table for all records that live figures count, whatever topic tells of them, in place of a table for each kind.

alter table live_figure
  -- a rate shows the records that passed out of all; a count shows how many there are
  add column measure text not null default 'COUNT' check (measure in ('COUNT', 'RATE')),
  -- what its records are told of by
  add column source text check (source in ('LISTING', 'DECLARATION', 'STANDARD', 'INSPECTION')),
  -- one more whenever its counters move
  add column version bigint not null default 0;

insert into live_figure (code, name_zh, name_en, measure, source) values
  ('PRD_SUPERV_PASS', '工业产品质量监督抽查合格率', 'Industrial product supervision pass rate', 'RATE', 'INSPECTION'),
  ('AGR_SAFETY_PASS', '农产品质量安全抽检合格率', 'Agricultural product safety sampling pass rate', 'RATE', 'INSPECTION'),
  ('FOD_DRUG_PASS', '食品、药品安全抽检合格率', 'Food and drug safety sampling pass rate', 'RATE', 'INSPECTION'),
  ('STD_GROUP_Q', '本市团体标准数量', 'Group standards of local bodies', 'COUNT', 'STANDARD');
update live_figure set source = 'LISTING' where code in ('LST_RED', 'LST_BLACK');
update live_figure set source = 'DECLARATION' where code = 'STD_SELF_DECL';
alter table live_figure alter column measure drop default, alter column source set not null;

-- All that was counted from the topics at one time. A rebuild counts a second generation from their beginning, beside the
-- one that is shown, and then it is shown instead.
create table live_generation (
  id    bigint generated always as identity primary key,
  state text not null unique check (state in ('CURRENT', 'BUILDING'))
);
insert into live_generation (state) values ('CURRENT');

-- A record that does not count keeps its sequence and nothing that names anybody.
create table live_record (
  generation  bigint not null references live_generation on delete cascade,
  source      text not null check (source in ('LISTING', 'DECLARATION', 'STANDARD', 'INSPECTION')),
  id          uuid not null,
  sequence    bigint not null,
  figure      text references live_figure,
  -- what is counted once, however many records speak of it
  unit        text,
  passed      boolean,
  -- whether it decides about its unit over records that are not (a recheck)
  final       boolean,
  happened_at timestamptz,
  -- what the public may see of it, and the last day on which it may
  shown       jsonb,
  shown_until date,
  primary key (generation, source, id),
  check (num_nonnulls(figure, unit, passed, final, happened_at, shown) in (0, 6)),
  check (shown_until is null or shown is not null)
);
create index live_record_newest on live_record (generation, figure, happened_at desc, id desc) where figure is not null;
create index live_record_unit on live_record (generation, figure, unit) where figure is not null;

-- Units by the month of the record that decides about them, in Asia/Shanghai; of a count all have passed.
create table live_counter (
  figure      text not null references live_figure,
  month       date not null check (extract(day from month) = 1),
  numerator   bigint not null check (numerator >= 0),
  denominator bigint not null check (denominator >= numerator),
  primary key (figure, month)
);

create function month_in_shanghai(moment timestamptz) returns date language sql immutable parallel safe
return date_trunc('month', moment at time zone 'Asia/Shanghai')::date;

-- The counters of a generation as its records give them.
create function live_count(generation bigint)
  returns table (figure text, month date, numerator bigint, denominator bigint) language sql stable
begin atomic
  select decisive.figure, month_in_shanghai(decisive.happened_at), count(*) filter (where decisive.passed), count(*)
  from (select distinct on (r.figure, r.unit) r.figure, r.happened_at, r.passed from live_record r
        where r.generation = live_count.generation and r.figure is not null
        order by r.figure, r.unit, r.final desc, r.happened_at desc, r.id desc) decisive
  group by 1, 2;
end;

create function moment_of_json(moment timestamptz) returns text language sql immutable parallel safe
return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

insert into live_record (generation, source, id, sequence, figure, unit, passed, final, happened_at, shown)
select g.id, 'LISTING', e.listing_id, e.sequence, 'LST_' || e.kind, case when e.kind is not null then e.listing_id::text end,
       case when e.kind is not null then true end, case when e.kind is not null then false end, e.published_at,
       case when e.kind is not null then jsonb_build_object('listingId', e.listing_id, 'uscc', e.uscc, 'name', e.name,
         'kind', e.kind, 'publishedAt', moment_of_json(e.published_at)) end
from listed_entry e, live_generation g;

insert into live_record (generation, source, id, sequence, figure, unit, passed, final, happened_at, shown)
select g.id, 'DECLARATION', d.declaration_id, d.sequence, case when d.uscc is not null then 'STD_SELF_DECL' end,
       d.uscc || ' ' || d.number, case when d.uscc is not null then true end, case when d.uscc is not null then false end,
       d.declared_at,
       case when d.uscc is not null then jsonb_build_object('declarationId', d.declaration_id, 'uscc', d.uscc,
         'number', d.number, 'declaredAt', moment_of_json(d.declared_at)) end
from declared_standard d, live_generation g;

insert into live_counter (figure, month, numerator, denominator)
select counted.* from live_generation g, lateral live_count(g.id) counted;

drop function moment_of_json;
drop table listed_entry;
drop table declared_standard;
alter table live_figure drop column value;
