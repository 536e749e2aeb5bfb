-- What the decision behind an entry imposes, and until when each system shows the entry: the class of an entry, its terms and
-- whether it can be repaired follow from the penalties (总局令第107号).

alter table listing
  add column safety_field       text check (safety_field in ('FOOD', 'DRUGS', 'MEDICAL_DEVICES', 'COSMETICS', 'SPECIAL_EQUIPMENT',
                                  'KEY_INDUSTRIAL_PRODUCTS')),
  add column violation_kind     text,
  add column credit_china_until date;
comment on column listing.safety_field is 'Field in which whatever is not minor is serious.';
comment on column listing.violation_kind is 'Kind of the violation: another penalty of the same kind stands against repair.';
comment on column listing.credit_china_until is 'Last day on which 信用中国 shows the entry; valid_until is that of 国家企业信用信息公示系统.';

create table listing_penalty (
  listing_id uuid not null references listing (id),
  position   integer not null,
  type       text not null check (type in ('WARNING', 'CRITICISM', 'FINE', 'CONFISCATION', 'SUSPENSION', 'REVOCATION', 'LOWERED_GRADE',
               'RESTRICTION', 'CLOSURE')),
  fine_yuan  numeric(15, 2) check (fine_yuan >= 0),
  on_person  boolean not null,
  mitigated  boolean not null,
  severity   text check (severity in ('MINOR', 'GENERAL', 'SERIOUS')),
  primary key (listing_id, position)
);
comment on table listing_penalty is 'The penalties of the decision behind an entry.';
comment on column listing_penalty.on_person is 'Imposed on a responsible person, not on the enterprise.';
comment on column listing_penalty.mitigated is 'Imposed with leniency, below the ordinary range: 从轻或者减轻.';
comment on column listing_penalty.severity is 'Its class, where it is another than the entry''s.';

-- Entries on the list when this was installed keep the terms they were published with.
create or replace view displayed_listing as select * from listing where displayed;

create or replace view public_listing as
select l.id, l.uscc, e.name as enterprise_name, l.kind, l.field, l.ground, l.legal_basis, l.region, l.authority,
       l.document_number, l.decided_on, l.measures, l.removal, l.remedies, l.announcement, l.batch_id,
       b.year as batch_year, b.number as batch_number, l.published_at, l.valid_until, l.statement, l.stated_at, e.fictional,
       l.credit_china_until
from displayed_listing l
join enterprise e using (uscc)
left join publication_batch b on b.id = l.batch_id;
