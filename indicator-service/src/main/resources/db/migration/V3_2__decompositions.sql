-- A target handed down to areas and departments.
create table decomposition (
  target        text primary key references target,
  rule          text not null check (rule in ('SUM', 'EACH')),
  difference_zh text,
  difference_en text,
  basis         text not null,
  version       bigint not null check (version >= 1),
  check ((difference_zh is null) = (difference_en is null))
);

create table decomposition_share (
  target     text not null references decomposition,
  position   integer not null,
  area       text references area,
  department text,
  value      numeric,
  primary key (target, position),
  unique nulls not distinct (target, area, department) deferrable initially deferred,
  check (num_nonnulls(area, department) >= 1)
);
