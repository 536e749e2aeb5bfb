-- From which share of the expected gain on a target counts as on track, and at risk; what is in force from a day on.
create table progress_bands (
  valid_from date primary key,
  on_track   numeric not null,
  at_risk    numeric not null,
  basis      text not null,
  check (0 < at_risk and at_risk < on_track)
);
insert into progress_bands values (date '1949-01-01', 1, 0.8, '系统默认档次：应有进度完成 100% 为正常，80% 为界');
