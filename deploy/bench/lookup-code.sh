#!/usr/bin/env bash
# Lookup by code in the credit-service, every request answered by its database, against the same SELECT through pgbench's
# prepared statements with as many connections, in turns. HTTP and database together on the same cores cannot pass about
# 0.48; 0.35 is promised. lookup-code.sh [SCALE]
#
# pgbench draws a code by a statement of its own before each lookup; what that costs is measured alone and taken off.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scale=${1:-1000000}
seconds=${BENCH_SECONDS:-10}
connections=${BENCH_CONNECTIONS:-16}
require wrk wrk
require pgbench postgresql-contrib
two_cores
machine
build_when_changed
start_credit "$scale"

work=$DATA/lookup-code
rm -rf "$work" && mkdir -p "$work"
sql "set client_min_messages = warning; drop table if exists bench_code;
     create table bench_code as select row_number() over (order by random())::int as n, uscc from enterprise where random() < 20000.0 / $scale;
     alter table bench_code add primary key (n); analyze bench_code"
sql "select uscc from bench_code order by n" >"$work/codes"
source=credit-service/src/main/java/cn/quality/credit/lookup/PostgresEnterpriseLookup.java
select=$(text_block $source BY_CODE)
# The code of no sample is irregular, so its warnings are null.
select=${select/\%s/null}
select=${select//%s/$(text_block $source ENTRY)}
printf '\\set n random(1, %s)\nselect uscc as code from bench_code where n = :n \\gset\n' "$(wc -l <"$work/codes")" >"$work/draw.sql"
{ cat "$work/draw.sql" && printf '%s;\n' "$select" | sed "s/?::date/'$(TZ=Asia/Shanghai date +%F)'::date/; s/uscc = ?/uscc = :code/"; } >"$work/ask.sql"
paths "$work/codes" "$work/ask.lua" /api/credit/v1/enterprises/

tps() { pgbench_alone -c "$connections" -j 2 -T "$2" -f "$work/$1.sql" | sed -n 's/^tps = \([0-9.]*\).*/\1/p'; }
peer() { awk -v both="$(tps ask "$1")" -v draw="$(tps draw 3)" 'BEGIN { print 1 / (1 / both - 1 / draw) }'; }
ours() { wrk_credit -c "$connections" -d "${1}s" -s "$work/ask.lua" | tee "$work/wrk.log" | sed -n 's/^Requests\/sec: *//p'; }

peer "$seconds" >/dev/null
ours $((2 * seconds)) >/dev/null
for _ in 1 2 3; do
  peer "$seconds" >>"$work/peer"
  ours "$seconds" >>"$work/ours"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
done
at_least "Lookup by code, $scale enterprises" "$(mean "$work/ours")" "$(mean "$work/peer")" /s 0.35
printf 'Heap: %s MB live, %s MB taken at most\n' "$(heap)" "$(heap_taken)"
