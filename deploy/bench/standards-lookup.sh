#!/usr/bin/env bash
# Numbers in any spelling and words of titles asked of the standards-service, every request answered by its database, against
# the same SELECTs through pgbench's prepared statements with as many connections, in turns: 0.35 of the throughput is promised,
# and p95 below 30 ms. standards-lookup.sh [SCALE]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scale=${1:-500000}
seconds=${BENCH_SECONDS:-10}
connections=${BENCH_CONNECTIONS:-8}
require wrk wrk
require pgbench postgresql-contrib
two_cores
machine
build_when_changed
start_standards "$scale"

work=$DATA/standards-lookup
rm -rf "$work" && mkdir -p "$work"
today=$(TZ=Asia/Shanghai date +%F)

# Numbers as people write them: small letters, without blank or slash, with a long dash.
sql "set client_min_messages = warning; drop table if exists bench_number;
     create table bench_number as select row_number() over (order by random())::int as n, number_key, designation, family_key,
       case (random() * 4)::int when 0 then lower(number_key) when 1 then replace(number_key, ' ', '')
         when 2 then replace(number_key, '-', '—') when 3 then replace(number_key, '/', '') else number_key end as written
     from standard where random() < 20000.0 / $scale;
     alter table bench_number add primary key (n); analyze bench_number"
# encoded COLUMN → in SQL, as it stands in an address.
encoded() { echo "regexp_replace(encode(convert_to($1, 'UTF8'), 'hex'), '(..)', '%\\1', 'g')"; }
sql "select $(encoded written) from bench_number order by n" >"$work/numbers"
status="standard_status(status, implemented_on, abolished_on, replaced_on, '$today')"
printf '\\set n random(1, %s)\nselect number_key as key, designation as designation, family_key as family from bench_number where n = :n \\gset\n' \
  "$(wc -l <"$work/numbers")" >"$work/draw.sql"
{
  cat "$work/draw.sql"
  echo "select * from standard where number_key in (:key);"
  echo "select * from standard where designation = :designation and family_key = :family and edition_key = number_key
          and (published_on is null or published_on <= '$today') and $status = 'IN_FORCE'
        order by implemented_on desc nulls last, number_key;" | tr '\n' ' '
} >"$work/ask.sql"

# Words of two characters that titles have, and two of them together.
{
  sql "select gram from (select search_grams[1 + floor(random() * cardinality(search_grams))::int] as gram from standard
         where random() < 4000.0 / $scale) t where gram ~ '^[一-龥]{2}\$' group by 1 order by random() limit 60"
  sql "select substr(title_zh, 1, 3) || ' ' || right(replace(title_zh, ' ', ''), 3) from standard where random() < 200.0 / $scale limit 60"
} >"$work/words"
scripts=()
i=0
while read -r words; do
  i=$((i + 1))
  where=$(sql "select 'search_grams @> array[' || string_agg(distinct quote_literal(substr(w, i, 2)), ',') || '] and '
    || (select string_agg('search_text like ' || quote_literal('%' || w || '%'), ' and ') from unnest(string_to_array('$words', ' ')) w)
    from unnest(string_to_array('$words', ' ')) w, generate_series(1, length(w) - 1) i")
  # A page is filled from what is in force, and from the other states when that does not suffice.
  states=("force_from <= '$today' and force_until > '$today'" "force_from > '$today' and force_until > '$today'"
    "force_until <= '$today' and $status = 'REPLACED'" "force_until <= '$today' and $status = 'ABOLISHED'")
  [ "$(sql "select count(*) from (select 1 from standard where $where and ${states[0]} limit 51) s")" -lt 51 ] || states=("${states[0]}")
  for state in "${states[@]}"; do echo "select * from standard where $where and $state order by number_key limit 51;"; done >"$work/words-$i.sql"
  scripts+=(-f "$work/words-$i.sql")
done <"$work/words"
sql "select $(encoded words) from unnest(string_to_array(\$\$$(cat "$work/words")\$\$, E'\\n')) words" >"$work/words.encoded"

paths "$work/numbers" "$work/numbers.lua" '/api/standards/v1/numbers?number='
paths "$work/words.encoded" "$work/words.lua" '/api/standards/v1/standards?q='
for lua in numbers words; do
  echo 'function done(summary, latency) io.write(string.format("p95 %.3f ms\n", latency:percentile(95) / 1000)) end' >>"$work/$lua.lua"
done

tps() { pgbench_alone -c "$connections" -j 2 -T "$1" "${@:2}" | sed -n 's/^tps = \([0-9.]*\).*/\1/p'; }
peer_numbers() { awk -v both="$(tps "$1" -f "$work/ask.sql")" -v draw="$(tps 3 -f "$work/draw.sql")" 'BEGIN { print 1 / (1 / both - 1 / draw) }'; }
peer_words() { tps "$1" "${scripts[@]}"; }
ours() { # LUA SECONDS
  wrk -t 2 -c "$connections" -d "${2}s" --latency -s "$work/$1.lua" "$STANDARDS" >"$work/wrk.log"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
  sed -n 's/^Requests\/sec: *//p' "$work/wrk.log"
}
p95() { sed -n 's/^p95 \([0-9.]*\) ms/\1/p' "$work/wrk.log"; }

kept=0
for what in numbers words; do
  "peer_$what" "$seconds" >/dev/null
  ours "$what" $((2 * seconds)) >/dev/null
  for _ in 1 2 3; do
    "peer_$what" "$seconds" >>"$work/$what.peer"
    ours "$what" "$seconds" >>"$work/$what.ours"
    p95 >>"$work/$what.p95"
  done
  at_least "Standards by $what, $scale editions" "$(mean "$work/$what.ours")" "$(mean "$work/$what.peer")" /s 0.35 || kept=1
  at_most "Standards by $what, p95" "$(mean "$work/$what.p95")" 30 ms 1 || kept=1
done
printf 'Heap: %s MB live, %s MB taken at most\n' "$(heap)" "$(heap_taken)"
exit $kept
