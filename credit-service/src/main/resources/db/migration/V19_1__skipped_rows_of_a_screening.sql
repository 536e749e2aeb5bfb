-- Whoever sends a spreadsheet can reconcile its rows with what was screened.

alter table screening_job add column skipped bigint not null default 0 check (skipped >= 0);
comment on column screening_job.skipped is 'Rows that say nothing, besides row_count: empty ones, and the example of a template.';
