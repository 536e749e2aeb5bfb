-- Indicators that are computed from others, by the formula in force on the last day of a period.
create table formula (
  indicator  text not null references indicator,
  valid_from date not null,
  form       text not null check (form in ('RATIO', 'SUM', 'WEIGHTED_INDEX')),
  factor     numeric not null check (factor <> 0),
  basis      text not null,
  version    bigint not null check (version >= 1),
  primary key (indicator, valid_from)
);

create table formula_input (
  indicator    text not null,
  valid_from   date not null,
  position     integer not null,
  input        text not null references indicator,
  part         text not null check (part in ('NUMERATOR', 'DENOMINATOR', 'TERM')),
  weight       numeric check (weight > 0),
  when_missing text not null check (when_missing in ('MISSING', 'ZERO', 'LEAVE_OUT')),
  primary key (indicator, valid_from, position),
  foreign key (indicator, valid_from) references formula,
  check (input <> indicator)
);
