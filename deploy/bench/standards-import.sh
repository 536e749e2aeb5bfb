#!/usr/bin/env bash
# How fast the standards-service takes an import over HTTP, with all checks, relations, history, events and the decision log:
# standards-import.sh [N], 100,000 lines unless told, into a catalogue that is there (BENCH_SCALE editions). Peer: the same rows by
# COPY into a table with the same indexes and constraints, which checks nothing and tells nobody.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine
lines=${1:-100000}
build_when_changed
start_standards "${BENCH_SCALE:-50000}"

# Parts of the standards of this run, so that none is there already.
run=$(($(date +%s) % 10000))
# standards NUMBER PREFIX → that many lines of NDJSON; every second one replaces the one before it.
standards() {
  sql "select json_strip_nulls(json_build_object('number', '$2/T ' || n || '.$run-2020', 'titleZh', '示例导入标准 第' || n || '部分 技术要求',
         'level', 'NATIONAL', 'status', 'IN_FORCE', 'publishedOn', '2020-03-02', 'implementedOn', '2020-10-01', 'ics', '13.100',
         'ccs', 'A00', 'department', '示例主管部门', 'source', '示例', 'certainty', 'U',
         'replaces', case when n % 2 = 0 then json_build_array('$2/T ' || n - 1 || '.$run-2020') end))
       from generate_series(700001, 700000 + $1) n"
}
# send FILE → counts of the outcomes, one a line.
send() {
  curl -sS -X POST -H "Authorization: Bearer $(token administrator)" -H 'Content-Type: application/x-ndjson' \
    --data-binary "@$1" "$STANDARDS/standards/imports" | grep -o '"outcome":"[A-Z_]*"' | sort | uniq -c
}
standards 10000 GB | sed 's/GB\/T 7/GB\/Z 7/g; s/"level"/"nature":"GUIDE","level"/' >"$DATA/warm.ndjson"
standards "$lines" GB >"$DATA/import.ndjson"
send "$DATA/warm.ndjson" >/dev/null
begin=$(now)
send "$DATA/import.ndjson" | tee "$DATA/outcomes"
took=$(seconds_since "$begin")
grep -q "$lines \"outcome\":\"CREATED\"" "$DATA/outcomes" || { echo "Not every line was taken; see $LOG" >&2; exit 1; }

sql "set client_min_messages = warning; drop table if exists peer_standard; create table peer_standard (like standard including constraints including indexes)"
sql "copy (select * from standard where number_key like 'GB/T 7%.$run-2020') to stdout" >"$DATA/standards.copy"
begin=$(now)
sql "copy peer_standard from stdin" <"$DATA/standards.copy"
peer=$(seconds_since "$begin")
sql "drop table peer_standard"

rate() { awk -v n="$lines" -v s="$1" 'BEGIN { print n / s }'; }
printf '%-52s %s s, %s s by COPY\n' "$lines standards" "$took" "$peer"
at_least "Lines a second, against what is promised" "$(rate "$took")" 5000 /s 1 || kept=1
at_most "Heap taken" "$(heap_taken)" 512 MB 1 || kept=1
exit ${kept:-0}
