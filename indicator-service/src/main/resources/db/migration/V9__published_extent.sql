-- Of what something is published, counted once at each publication: what there is would otherwise be known only after reading
-- it all. A period counts once, however often it was revised and under however many definitions it was reported.
create table published_extent (
  indicator    text not null references indicator,
  area         text not null references area,
  frequency    text not null,
  periods      integer not null check (periods >= 0),
  first_period date not null,
  last_period  date not null,
  primary key (indicator, area, frequency)
);
create index published_extent_area on published_extent (area);

insert into published_extent
select s.indicator, s.area, s.frequency, count(distinct o.period_start), min(o.period_start), max(o.period_start)
from observation o join series s on s.id = o.series
where o.published_at is not null
group by s.indicator, s.area, s.frequency;

-- Figures become public by an update of one revision of a period at a time; nothing comes in published.
-- Every statement of it sees what others committed before, so that two who publish a period under two definitions count it once.
create function published_extent_follows() returns trigger language plpgsql as $$
declare
  key series%rowtype;
begin
  select * into key from series where id = new.series;
  insert into published_extent values (key.indicator, key.area, key.frequency, 0, new.period_start, new.period_start)
    on conflict do nothing;
  perform from published_extent e
    where e.indicator = key.indicator and e.area = key.area and e.frequency = key.frequency for update;
  update published_extent e set
      periods = periods + 1,
      first_period = least(first_period, new.period_start),
      last_period = greatest(last_period, new.period_start)
    where e.indicator = key.indicator and e.area = key.area and e.frequency = key.frequency
      and not exists (
        select from series s join observation o on o.series = s.id
        where s.indicator = key.indicator and s.area = key.area and s.frequency = key.frequency
          and o.period_start = new.period_start and o.published_at is not null
          and (o.series, o.revision) <> (new.series, new.revision));
  return null;
end $$;
create trigger published_extent_follows after update of published_at on observation
  for each row when (old.published_at is null and new.published_at is not null) execute function published_extent_follows();

revoke delete, truncate on published_extent from ${app_role};
