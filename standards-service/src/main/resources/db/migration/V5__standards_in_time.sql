-- What was stated of a standard, and when: legal state on any day, as known at any moment.

create table standard_revision (
  standard_id uuid not null references standard,
  revision    bigint not null,
  recorded_at timestamptz not null,
  facts       jsonb not null,
  relations   jsonb not null,
  related     varchar[] not null,
  primary key (standard_id, revision)
);
comment on table standard_revision is 'Append-only. related: every number its relations name, to find what was stated about a number.';
create index standard_revision_related on standard_revision using gin (related);

alter table standard_relation add since date;
comment on column standard_relation.since is 'The day a standard took its present number; of RENUMBERED alone.';
alter table standard_relation drop constraint standard_relation_kind_check;
alter table standard_relation add constraint standard_relation_kind_check check (kind in (
  'REPLACES', 'REPLACES_IN_PART', 'RENUMBERED', 'ADOPTS_IDT', 'ADOPTS_MOD', 'ADOPTS_NEQ'));
create unique index standard_relation_former_number on standard_relation (object_key) where kind = 'RENUMBERED';

alter table standard add replaced_on date, add edition_key varchar, add undated_key varchar, add family_key varchar, add designation varchar;
comment on column standard.replaced_on is 'Derived: the day the last of those that replace it as a whole is implemented.';
comment on column standard.edition_key is 'The edition this is, or that this amends.';
comment on column standard.designation is 'Serial and part without the prefix: what a mistyped number still has in common.';
update standard set edition_key = regexp_replace(number_key, '/(XG\d+|AMD .*|COR .*)$', '');
update standard set undated_key = case when level = 'ENTERPRISE' then number_key
  else regexp_replace(edition_key, '[-:](19|20)\d\d$', '') end;
update standard set family_key = regexp_replace(undated_key, '/[TZ] ', ' '), designation = regexp_replace(undated_key, '^.* ', '');
alter table standard alter edition_key set not null, alter undated_key set not null, alter family_key set not null,
  alter designation set not null;
create index standard_edition on standard (edition_key) where edition_key <> number_key;
create index standard_designation on standard (designation);

insert into standard_revision (standard_id, revision, recorded_at, facts, relations, related)
select s.id, s.revision, s.changed_at,
  jsonb_strip_nulls(jsonb_build_object('titleZh', s.title_zh, 'titleEn', s.title_en, 'nature', s.nature, 'status', s.status,
    'publishedOn', s.published_on, 'implementedOn', s.implemented_on, 'abolishedOn', s.abolished_on, 'ics', s.ics, 'ccs', s.ccs,
    'source', s.source, 'certainty', s.certainty)),
  coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'subjectKey', r.subject_key, 'objectKey', r.object_key))
    from standard_relation r where r.stated_by = s.id), '[]'),
  array(select r.subject_key from standard_relation r where r.stated_by = s.id
    union select r.object_key from standard_relation r where r.stated_by = s.id)
from standard s;

-- The same rule as StandardFacts.statusOn: time brings a standard into force, and its end or the implementation of what replaces
-- it ends it.
drop function standard_status(varchar, date, date, date);
create function standard_status(stated varchar, implemented_on date, abolished_on date, replaced_on date, day date) returns varchar
  language sql immutable parallel safe
  return case
    when coalesce(abolished_on, replaced_on) <= day then case
      when stated in ('REPLACED', 'ABOLISHED') then stated
      when replaced_on <= day then 'REPLACED'
      else 'ABOLISHED' end
    when stated in ('REPLACED', 'ABOLISHED') and abolished_on is null and replaced_on is null then stated
    when implemented_on > day then 'UPCOMING'
    when implemented_on is null and stated = 'UPCOMING' then stated
    else 'IN_FORCE'
  end;
