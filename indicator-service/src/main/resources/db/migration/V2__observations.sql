-- Zones move between districts: what they reported before stays where they were then.
create table area_former_parent (
  area    text not null references area,
  parent  text not null references area,
  -- the first day on which it no longer lay there
  left_on date not null,
  primary key (area, left_on),
  check (area <> parent)
);

-- What is observed: one row of the city's long table, whatever its periods and versions.
create table series (
  id         integer generated always as identity primary key,
  indicator  text not null references indicator,
  -- version of the indicator's definition; figures of two definitions are never one series
  definition integer not null check (definition >= 1),
  area       text not null references area,
  -- codes of SDMX: year, half-year, quarter, month
  frequency  text not null check (frequency in ('A', 'S', 'Q', 'M')),
  unique (indicator, area, frequency, definition)
);
create index series_area on series (area, indicator);

-- The first day after a period.
create function period_after(frequency text, first date) returns date language sql immutable parallel safe
return (first + case frequency when 'A' then interval '12 months' when 'S' then interval '6 months'
                               when 'Q' then interval '3 months' else interval '1 month' end)::date;

-- A period as people and SDMX write it: 2018, 2018-S1, 2018-Q4, 2018-07.
create function period_name(frequency text, first date) returns text language sql immutable parallel safe
return case frequency when 'A' then extract(year from first)::text
                      when 'S' then extract(year from first)::text || '-S' || (extract(month from first)::integer + 5) / 6
                      when 'Q' then extract(year from first)::text || '-Q' || extract(quarter from first)::text
                      else extract(year from first)::text || '-' || lpad(extract(month from first)::text, 2, '0') end;

-- Append-only and on two timelines. At any moment exactly one row of a series and period is what was known (the newest by
-- recorded_at) and at most one is what was public (the newest by published_at).
create table observation (
  series       integer not null references series,
  period_start date not null,
  revision     integer not null check (revision >= 1),
  -- numeric without a scale keeps the decimals as they were reported
  value        numeric,
  qualifier    text check (qualifier in ('EQ', 'GE', 'GT')),
  numerator    numeric check (numerator >= 0),
  denominator  numeric check (denominator >= 0),
  -- a position on an ordered scale, which has no number
  level        text,
  -- codes of SDMX: normal, break in the series, estimated, provisional, missing
  status       text not null check (status in ('A', 'B', 'E', 'P', 'M')),
  source       text not null,
  -- why it differs from the revision before
  reason       text check (reason is not null or revision = 1),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  published_at timestamptz,
  primary key (series, period_start, revision),
  unique (series, period_start, recorded_at),
  check ((numerator is null) = (denominator is null)),
  check ((status = 'M') = (value is null and level is null)),
  check (value is null or level is null),
  check ((qualifier is null) = (value is null)),
  check (published_at >= recorded_at)
);
create unique index observation_published on observation (series, period_start, published_at) where published_at is not null;
create index observation_unpublished on observation (series, period_start) where published_at is null;
create index observation_newest on observation (published_at) where published_at is not null;

revoke update, delete, truncate on observation from ${app_role};
grant update (published_at) on observation to ${app_role};

create function observation_is_published_once() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'observation % % is public since %', old.series, old.period_start, old.published_at;
  end if;
  return new;
end $$;
create trigger observation_is_published_once before update on observation
  for each row execute function observation_is_published_once();
