-- Whoever sends an objection again because the response was lost gets another receipt, as long as the first was not used.

alter table notice_objection add column receipt_used boolean not null default false;
comment on column notice_objection.receipt_used is 'Somebody has asked with the receipt, so it arrived and stays as it is.';
