-- Live figures as a review froze them; what is counted afterwards changes the live figure alone.
create table live_freeze (
  id           uuid primary key,
  figure       text not null references live_figure,
  period       text not null,
  period_first date not null,
  period_after date not null check (period_after > period_first),
  value        numeric,
  numerator    bigint not null check (numerator >= 0),
  denominator  bigint not null check (denominator >= numerator),
  -- A once the period is over, P before, M without a value
  status       text not null check (status in ('A', 'P', 'M')),
  -- of a period that was over: it cannot be frozen again
  final        boolean not null,
  as_of        timestamptz,
  reason       text not null,
  frozen_at    timestamptz not null,
  frozen_by    text not null,
  check ((status = 'M') = (value is null)),
  check (status <> 'A' or final),
  check (status <> 'P' or not final)
);
create unique index live_freeze_once on live_freeze (figure, period) where final;
create index live_freeze_newest on live_freeze (figure, period_first, period_after, frozen_at desc);
revoke update, delete, truncate on live_freeze from ${app_role};
