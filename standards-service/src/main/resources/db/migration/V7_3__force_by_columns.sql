-- The rule of standard_status in columns, so that searches know how many standards are in which state on a day.
alter table standard
  add force_from date not null generated always as
    (coalesce(implemented_on, case when status = 'UPCOMING' then date 'infinity' else date '-infinity' end)) stored,
  add force_until date not null generated always as
    (coalesce(abolished_on, replaced_on, case when status in ('REPLACED', 'ABOLISHED') then date '-infinity' else date 'infinity' end))
    stored;
comment on column standard.force_from is 'In force on a day: force_from <= day < force_until.';
