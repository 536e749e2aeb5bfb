#!/usr/bin/env bash
# Search for two characters of a name in the credit-service: p99 over HTTP against p99 of the bare SQL through pgbench, in
# turns, with as many connections; 3 times is promised. The pairs are drawn from names as they occur, and a word that one
# enterprise in twenty gave up is always among them. lookup-name.sh [SCALE]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scale=${1:-1000000}
seconds=${BENCH_SECONDS:-10}
connections=${BENCH_CONNECTIONS:-2}
require wrk wrk
require pgbench postgresql-contrib
two_cores
machine
build_when_changed
start_credit "$scale"

work=$DATA/lookup-name
rm -rf "$work" && mkdir -p "$work"
{ echo 联营; sql "select term from (select name_terms[1 + floor(random() * cardinality(name_terms))::int] as term
    from enterprise where random() < 2000.0 / $scale) t group by 1 order by random() limit 127"; } >"$work/pairs"
scripts=()
while read -r pair; do
  echo "select id, uscc, name from enterprise where bigrams @> array['$pair'] order by id limit 20;" >"$work/$pair.sql"
  scripts+=(-f "$work/$pair.sql")
done <"$work/pairs"
while read -r pair; do printf '%s' "$pair" | od -An -v -tx1 | tr -d '\n' | tr ' ' % && echo; done <"$work/pairs" >"$work/encoded"
paths "$work/encoded" "$work/ask.lua" '/api/credit/v1/enterprises?limit=20&name='

peer() {
  rm -f "$work"/pgbench.*
  pgbench_alone -c "$connections" -j 1 -T "$1" -l --log-prefix="$work/pgbench" "${scripts[@]}" >/dev/null
  # Not the first time a connection asks for a pair, when the statement is prepared.
  cat "$work"/pgbench.* | awk 'seen[$1, $4]++ { print $3 / 1000 }' | sort -n | awk '{ t[NR] = $1 } END { print t[int(NR * 0.99 + 0.5)] }'
}
ours() {
  wrk_credit -c "$connections" -d "${1}s" --latency -s "$work/ask.lua" | tee "$work/wrk.log" |
    awk '$1 == "99%" { t = $2; print t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }'
}

peer "$seconds" >/dev/null
ours $((2 * seconds)) >/dev/null
for _ in 1 2 3; do
  peer "$seconds" >>"$work/peer"
  ours "$seconds" >>"$work/ours"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
done
at_most "Two characters of a name, p99, $scale enterprises" "$(mean "$work/ours")" "$(mean "$work/peer")" ms 3
printf 'Heap: %s MB live, %s MB taken at most\n' "$(heap)" "$(heap_taken)"
