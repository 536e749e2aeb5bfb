-- Search in any spelling, and by who is responsible.

alter table standard add department varchar, add technical_committee varchar;
comment on column standard.department is '归口部门 or 主管部门, as the catalogue it was taken from names it.';

-- GBT 19001 and GB/T 19001 are looked for alike: the slash is no part of the searched text any more (SearchText).
create function pg_temp.grams(searched varchar) returns varchar[] language sql immutable as $$
  select coalesce(array_agg(distinct substr(line, i, 2)), '{}')
  from unnest(string_to_array(searched, E'\n')) line, generate_series(1, length(line) - 1) i
$$;
update standard set search_text = replace(search_text, '/', '') where search_text like '%/%';
update standard set search_grams = pg_temp.grams(search_text);
update declaration set search_text = replace(search_text, '/', '') where search_text like '%/%';
update declaration set search_grams = pg_temp.grams(search_text);
