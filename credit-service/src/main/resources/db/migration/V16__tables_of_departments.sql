-- Rows of a table that said nothing, so that the lines answered can be reconciled with the sheet.
alter table intake_batch add column skipped bigint not null default 0;

-- Which column of a table that departments exchange is which field of a record.
alter table reference_version drop constraint reference_version_kind_check;
alter table reference_version add constraint reference_version_kind_check
  check (kind in ('REGION', 'LEGAL_BASIS', 'RULE_PACK', 'CALENDAR', 'INDUSTRIES', 'EXCHANGE_TEMPLATE'));

-- A department takes its records away by the day of the fact.
create index archive_record_of_department on archive_record (source_department, kind, occurred_on) where standing;
