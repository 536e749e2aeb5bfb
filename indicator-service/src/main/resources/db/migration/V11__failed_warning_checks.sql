-- A figure that cannot be looked at is set aside and tried again; the others go on.
alter table warning_check
  add column attempts integer not null default 0,
  add column retry_at timestamptz,
  add column failure  text,
  add check ((attempts > 0) = (retry_at is not null)),
  add check ((attempts > 0) = (failure is not null));
create index warning_check_failed on warning_check (id) where attempts > 0;
