-- What a decision states besides (总局令第44号 art. 13). Decisions from the time before lack it.

alter table listing
  add column basis             text,
  add column removal_procedure text;
comment on column listing.basis is 'The articles that the decision applies; legal_basis is the code of the document.';
comment on column listing.removal_procedure is 'Where and how removal is applied for; removal has the conditions.';

create or replace view displayed_listing as select * from listing where displayed;

create or replace view public_listing as
select l.id, l.uscc, e.name as enterprise_name, l.kind, l.field, l.ground, l.legal_basis, l.region, l.authority,
       l.document_number, l.decided_on, l.measures, l.removal, l.remedies, l.announcement, l.batch_id,
       b.year as batch_year, b.number as batch_number, l.published_at, l.valid_until, l.statement, l.stated_at, e.fictional,
       l.credit_china_until, l.basis, l.removal_procedure
from displayed_listing l
join enterprise e using (uscc)
left join publication_batch b on b.id = l.batch_id;
