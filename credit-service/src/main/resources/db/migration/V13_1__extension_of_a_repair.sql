-- The decision on a repair is put off, once and with the approval of the head of the office (总局令第107号 art. 16(3)).

alter table listing_document drop constraint listing_document_kind_check;
alter table listing_document add constraint listing_document_kind_check check (kind in ('NOTICE', 'DEFENCE', 'DEFENCE_ANSWER',
  'CONSENT', 'SERVICE', 'REPAIR_NOTICE', 'PUBLIC_NOTICE', 'REPAIR_EXTENSION', 'ANNULMENT', 'FRAUD_FINDING', 'LIFTING'));
