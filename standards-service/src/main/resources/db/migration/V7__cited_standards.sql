-- What a standard is about and cites, as far as its cover and first pages tell.

alter table standard add first_published_on date, add reviewed_on date, add drafting_units varchar[] not null default '{}', add scope varchar;
comment on column standard.first_published_on is '首次发布: of the first edition.';
comment on column standard.reviewed_on is '复审: when it was last confirmed to stay in force.';
alter table standard add check (published_on >= first_published_on);

alter table standard_relation drop constraint standard_relation_kind_check;
alter table standard_relation add constraint standard_relation_kind_check check (kind in (
  'REPLACES', 'REPLACES_IN_PART', 'RENUMBERED', 'ADOPTS_IDT', 'ADOPTS_MOD', 'ADOPTS_NEQ', 'CITES'));
comment on column standard_relation.object_key is
  'Canonical number; of CITES alone it may be undated (GB/T 19001), which means the edition in force on the day asked, and stays undated.';
