#!/usr/bin/env bash
# The indicator-service on many observations, every response answered by its database: series with history, overview of the
# city, what there is in SDMX, exports, a reader who leaves, and a spreadsheet of 10,000 cells. indicators.sh [SCALE],
# 10,000,000 observations unless told. The heap is that of production (128 MB).
BENCH_JVM=${BENCH_JVM:--XX:+UseSerialGC -Xms32m -Xmx128m -Xss512k}
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scale=${1:-10000000}
seconds=${BENCH_SECONDS:-10}
require wrk wrk
require pgbench postgresql-contrib
require python3 python3
two_cores
machine
build_when_changed
start_indicator "$scale"
failed=0
work=$DATA/indicators
rm -rf "$work" && mkdir -p "$work"

# --- a series with its history, 8 connections, against pgbench with the same statement and as many, in turns
sql "set client_min_messages = warning; drop table if exists bench_series;
     create table bench_series as select row_number() over (order by md5(id::text))::int as n, indicator, area from series limit 5000;
     alter table bench_series add primary key (n); analyze bench_series"
sql "select format('indicator=%s&area=%s', indicator, area) from bench_series order by n" >"$work/series"
shown=$(text_block indicator-service/src/main/java/cn/quality/indicator/observation/ObservationQuery.java SHOWN)
shown=${shown//%1\$s/published_at}
shown=${shown/\?%2\$s/now() and s.indicator = :indicator and s.area = :area}
printf '\\set n random(1, %s)\nselect indicator, area from bench_series where n = :n \\gset\n' "$(wc -l <"$work/series")" >"$work/draw.sql"
{ cat "$work/draw.sql" && printf 'select * from (%s) shown where true order by series, period_start, revision limit 201;\n' "$shown"; } >"$work/ask.sql"
paths "$work/series" "$work/ask.lua" '/api/indicators/v1/observations?history=true&limit=200&'
tps() { pgbench_alone -c 8 -j 2 -T "$2" -f "$work/$1.sql" | sed -n 's/^tps = \([0-9.]*\).*/\1/p'; }
peer() { awk -v both="$(tps ask "$1")" -v draw="$(tps draw 3)" 'BEGIN { print 1 / (1 / both - 1 / draw) }'; }
ours() { wrk -t 2 -c 8 -d "${1}s" -s "$work/ask.lua" "$INDICATORS" | tee "$work/wrk.log" | sed -n 's/^Requests\/sec: *//p'; }
peer 3 >/dev/null
ours $((2 * seconds)) >/dev/null
for _ in 1 2 3; do
  peer "$seconds" >>"$work/peer"
  ours "$seconds" >>"$work/ours"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
done
at_least "Series of 100 rows with history, 8 connections" "$(mean "$work/ours")" "$(mean "$work/peer")" /s 0.35 || failed=1

# --- one caller after the other; nothing of the service's is cached
# p95 PATH → milliseconds
p95() {
  cat >"$work/p95.lua" <<'LUA'
function done(summary, latency)
  io.write(string.format("p95 %.3f\n", latency:percentile(95) / 1000))
end
LUA
  wrk -t 1 -c 1 -d $((2 * seconds))s --timeout 30s "$1" >/dev/null
  wrk -t 1 -c 1 -d "${seconds}s" --timeout 30s -s "$work/p95.lua" "$1" | tee "$work/wrk.log" | sed -n 's/^p95 //p'
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
}
at_most "City overview, p95" "$(p95 "$INDICATORS/dashboards/city")" 50 ms 1 || failed=1
at_most "County page, p95" "$(p95 "$INDICATORS/dashboards/areas/990001")" 50 ms 1 || failed=1
at_most "Availability, p95" "$(p95 "$SDMX/v2/availability/dataflow/RZ/DF_QUALITY/1.0.0/*")" 100 ms 1 || failed=1

# --- everything as a file, against the database's COPY of the same rows
rss() { ps -o rss= -p "$SERVICE" | awk '{ printf "%.1f", $1 / 1024 }'; }
# working → how many statements of the service are under way.
working() { sql "select count(*) from pg_stat_activity where usename = 'indicator_app' and state <> 'idle'"; }
# rate ROWS BEGIN → a second since then
rate() { awk -v n="$1" -v s="$(seconds_since "$2")" 'BEGIN { printf "%.0f", n / s }'; }
# fetched ACCEPT URL → rows a second are left in $work/rate, and the most memory meanwhile in $work/rss; the rows are as many
# as $rows says.
fetched() {
  local begin reader
  begin=$(now)
  curl -sSf -H "Accept: $1" -o /dev/null "$2" &
  reader=$!
  while kill -0 "$reader" 2>/dev/null; do
    rss >>"$work/rss"
    echo >>"$work/rss"
    sleep 0.2
  done
  wait "$reader" || { echo "$2 failed; see $LOG" >&2; exit 1; }
  rate "$rows" "$begin" >"$work/rate"
}

rows=$(sql 'select count(*) from observation')
# The statement is taken from a first export, which warms up as well.
curl -sS -H 'Accept: text/csv' --limit-rate 1M -o /dev/null "$INDICATORS/observations?history=true" &
reader=$!
copied=
until [ -n "$copied" ] || ! kill -0 "$reader" 2>/dev/null; do
  copied=$(sql "select query from pg_stat_activity where usename = 'indicator_app' and query like 'copy (%' and state = 'active' limit 1")
done
kill "$reader" 2>/dev/null || true
wait "$reader" 2>/dev/null || true
[ -n "$copied" ] || { echo "The export was over before its statement was seen: a larger SCALE is needed." >&2; exit 1; }
for accept in text/csv application/x-ndjson; do
  curl -sSf -H "Accept: $accept" "$INDICATORS/observations?history=true&area=990001" -o /dev/null
done
curl -sSf -o /dev/null "$SDMX/v2/data/dataflow/RZ/DF_QUALITY/1.0.0/A.990001"
curl -sSf -o /dev/null "$SDMX/v1/data/DF_QUALITY/A.990001../all"
before=$(rss)
begin=$(now)
sql "$copied" >/dev/null
copy=$(rate "$rows" "$begin")
fetched text/csv "$INDICATORS/observations?history=true"
at_least "CSV with history, $rows rows" "$(cat "$work/rate")" "$copy" /s 0.7 || failed=1
fetched application/x-ndjson "$INDICATORS/observations?history=true"
at_least "JSON with history, line by line" "$(cat "$work/rate")" "$copy" /s 0.1 || failed=1
rows=$(sql 'select sum(periods) from published_extent')
fetched 'application/vnd.sdmx.structurespecificdata+xml;version=2.1' "$SDMX/v1/data/DF_QUALITY"
at_least "SDMX-ML, the newest of $rows periods" "$(cat "$work/rate")" "$copy" /s 0.1 || failed=1
fetched 'application/vnd.sdmx.data+json;version=2.0.0' "$SDMX/v2/data/dataflow/RZ/DF_QUALITY/1.0.0"
at_least "SDMX-JSON, the newest of $rows periods" "$(cat "$work/rate")" "$copy" /s 0.1 || failed=1
at_most "Resident memory grows by" "$(awk -v before="$before" '$1 > most { most = $1 } END { print (most > before ? most - before : 0) }' "$work/rss")" 64 MB 1 || failed=1

# --- a reader who leaves in the middle
# stopped ACCEPT URL → seconds until nothing of it is under way
stopped() {
  local begin
  curl -sS -H "Accept: $1" --limit-rate 5M "$2" 2>/dev/null | head -c 300000 >/dev/null || true
  begin=$(now)
  until [ "$(working)" = 0 ] && [ "$(working)" = 0 ]; do
    sleep 0.02
  done
  seconds_since "$begin"
}
for left in "text/csv $INDICATORS/observations?history=true" "application/x-ndjson $INDICATORS/observations?history=true" \
  "*/* $SDMX/v1/data/DF_QUALITY" "application/json $SDMX/v2/data/dataflow/RZ/DF_QUALITY/1.0.0"; do
  set -f
  # shellcheck disable=SC2086
  at_most "Left: ${left%% *} of ${left##*:[0-9]*[0-9]/}" "$(stopped $left)" 1 s 1 || failed=1
  set +f
done

# --- a spreadsheet of 10,000 cells: 2,000 figures of five columns
python3 - "$work/figures.xlsx" "$work/series" <<'PYTHON'
import sys, zipfile
with open(sys.argv[2]) as lines:
    series = [dict(part.split("=") for part in line.strip().split("&")) for line in lines]
rows = [["indicator", "area", "period", "value", "source"]]
for n in range(2000):
    one = series[n % len(series)]
    rows.append([one["indicator"], one["area"], str(1960 + n // len(series)), f"{n % 1000 / 10}", "示例年度通报"])
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as book:
    book.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')
    book.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
    book.writestr("xl/styles.xml", '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>')
    with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
        sheet.write(b"<worksheet><sheetData>")
        for number, row in enumerate(rows, 1):
            cells = "".join(f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for i, cell in enumerate(row))
            sheet.write(f'<row r="{number}">{cells}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")
PYTHON
forget() { sql "delete from observation where period_start < date '2000-01-01'"; }
for round in warm measured; do
  forget
  begin=$(now)
  curl -sS -X POST -H "Authorization: Bearer $(token administrator)" --data-binary "@$work/figures.xlsx" \
    -H 'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' "$INDICATORS/observations/batch" >"$work/report"
  took=$(seconds_since "$begin")
  grep -q '"recorded":2000' "$work/report" || { echo "Not every figure was taken ($round): $(head -c 600 "$work/report")" >&2; exit 1; }
done
forget
at_most "XLSX of 10,000 cells" "$took" 2 s 1 || failed=1
printf 'Heap: %s MB live, %s MB taken at most; resident %s MB\n' "$(heap)" "$(heap_taken)" "$(rss)"
exit "$failed"
