#!/usr/bin/env bash
# Who depends on a standard that 10,000 declarations follow, counts and a page in one response, every response answered by the
# database; and the job that tells them when it ends. impact.sh [SCALE], 500,000 standards unless told.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scale=${1:-500000}
seconds=${BENCH_SECONDS:-10}
require wrk wrk
two_cores
machine
build_when_changed
start_standards "$scale"
failed=0
work=$DATA/impact
rm -rf "$work" && mkdir -p "$work"

id=$(sql "select id from standard where number_key = 'GB/T 100000-2022'")
curl -s "$STANDARDS/standards/$id/dependants?limit=1" | sed 's/.*"counts":\({[^}]*}\).*/Dependants: \1\n/'
cat >"$work/p95.lua" <<'LUA'
function done(summary, latency)
  io.write(string.format("p95 %.3f\n", latency:percentile(95) / 1000))
end
LUA
p95() {
  wrk -t 1 -c 1 -d "${seconds}s" --timeout 30s "$1" >/dev/null
  wrk -t 1 -c 1 -d "${seconds}s" --timeout 30s -s "$work/p95.lua" "$1" | tee "$work/wrk.log" | sed -n 's/^p95 //p'
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
}
at_most "Who depends on it, 10,000 dependants, p95" "$(p95 "$STANDARDS/standards/$id/dependants")" 500 ms 1 || failed=1

# --- abolished today by a statement, and in force again: the job runs within its interval
state() {
  curl -s -o /dev/null -w '%{http_code}' "$STANDARDS/standards" -H "Authorization: Bearer $(token administrator)" -H 'Content-Type: application/json' \
    -d "{\"number\":\"GB/T 100000-2022\",\"titleZh\":\"示例\",\"level\":\"NATIONAL\",\"status\":\"$1\",\"replaces\":[\"GB/T 100000-1990\",\"GB/T 100000-1998\",\"GB/T 100000-2006\",\"GB/T 100000-2014\"],\"publishedOn\":\"2022-01-01\",\"implementedOn\":\"2022-07-01\",\"source\":\"示例\",\"certainty\":\"D\"}"
}
begin=$(now)
[ "$(state ABOLISHED)" = 200 ] || exit 1
printf 'Statement: %s s\n' "$(seconds_since "$begin")"
until [ "$(sql "select count(*) from impact_job where state = 'DONE'")" -gt 0 ]; do
  [ "$(awk -v a="$begin" -v b="$(now)" 'BEGIN { print (b - a) / 1e9 > 120 }')" = 0 ] || { echo 'The job did not end' >&2; exit 1; }
  sleep 0.1
done
sql "select format('Job: %s declarations told in %s s', noted, round(extract(epoch from finished_at - started_at), 1)) from impact_job"
[ "$(state IN_FORCE)" = 200 ] || exit 1
sql "delete from impact_job; delete from update_notice"
exit $failed
