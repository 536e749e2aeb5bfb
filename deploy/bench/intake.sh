#!/usr/bin/env bash
# How fast the credit-service takes a batch of records over HTTP, with all checks, the decision log and the events:
# intake.sh [N], 200,000 lines unless told. Peer: the same rows by COPY into tables with the same indexes and constraints,
# which checks nothing and tells nobody.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine
lines=${1:-200000}
build_when_changed
start_credit "${BENCH_SCALE:-20000}"

run=$(date +%s)
department=示例市场监督管理局
# records NUMBER LABEL → that many lines of NDJSON, spread over all enterprises.
records() {
  sql "select json_build_object('uscc', e.uscc, 'kind', 'SAMPLING_RESULT', 'title', '产品质量监督抽查(示例)',
         'occurredOn', '2026-03-02', 'disclosure', 'PUBLIC', 'source',
         json_build_object('department', '$department', 'recordNumber', '$2-$run-' || n),
         'details', json_build_object('product', '示例产品' || n % 100, 'batch', 'SL' || n, 'standard', 'GB 4806.7-2023',
           'result', case when n % 25 = 0 then '不合格' else '合格' end, 'laboratory', '示例检验中心'))
       from generate_series(1, $1) n
       join (select uscc, row_number() over (order by id) - 1 as place from enterprise) e
         on e.place = n % (select count(*) from enterprise)
       order by n"
}
# send FILE → counts of the outcomes, one a line.
send() {
  curl -sS -X POST -H "Authorization: Bearer $(token data-provider "\"region\":\"371100\",\"department\":\"$department\"")" \
    -H 'Content-Type: application/x-ndjson' --data-binary "@$1" "$CREDIT/records/batch" | grep -o '"outcome":"[A-Z_]*"' | sort | uniq -c
}

records 20000 W >"$DATA/warm.ndjson"
records "$lines" B >"$DATA/batch.ndjson"
send "$DATA/warm.ndjson" >/dev/null
begin=$(now)
send "$DATA/batch.ndjson" | tee "$DATA/outcomes"
took=$(seconds_since "$begin")
grep -q "$lines \"outcome\":\"ACCEPTED\"" "$DATA/outcomes" || { echo "Not every line was accepted; see $LOG" >&2; exit 1; }

sql "set client_min_messages = warning;
     drop table if exists peer_record, peer_outbox;
     create table peer_record (like archive_record including all);
     alter table peer_record add foreign key (uscc) references enterprise (uscc);
     create table peer_outbox (like outbox including all);"
mine="source_department = '$department' and source_record_number like 'B-$run-%'"
sql "copy (select * from archive_record where $mine) to stdout" >"$DATA/records.copy"
sql "copy (select o.* from outbox o join archive_record r on o.subject = r.id::text where $mine) to stdout" >"$DATA/outbox.copy"
begin=$(now)
sql "copy peer_record from stdin" <"$DATA/records.copy"
sql "copy peer_outbox from stdin" <"$DATA/outbox.copy"
peer=$(seconds_since "$begin")
sql "drop table peer_record, peer_outbox"

rate() { awk -v n="$lines" -v s="$1" 'BEGIN { print n / s }'; }
printf '%-52s %s s, %s s by COPY\n' "$lines records" "$took" "$peer"
awk -v ours="$(rate "$took")" -v peer="$(rate "$peer")" 'BEGIN {
  printf "%-52s ours %9.1f /s  peer %9.1f /s  ratio %.2f\n", "Records a second, against COPY", ours, peer, ours / peer }'
at_most "Heap taken" "$(heap_taken)" 512 MB 1
at_least "Records a second, against what is promised" "$(rate "$took")" 5000 /s 1
