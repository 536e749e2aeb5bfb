#!/usr/bin/env bash
# How many declarations a second the standards-service makes public, each held against the catalogue and against a recommended
# standard, with its sealed version, its event and its line of the decision log. declare.sh [SCALE], 500,000 standards unless told;
# with them come 200,000 declarations with 1,000,000 indicators.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
scale=${1:-500000}
seconds=${BENCH_SECONDS:-10}
connections=${BENCH_CONNECTIONS:-8}
require wrk wrk
two_cores
machine
build_when_changed
start_standards "$scale"
work=$DATA/declare
rm -rf "$work" && mkdir -p "$work"

administrator=$(token administrator)
put() {
  curl -fsS -o /dev/null -X PUT -H "Authorization: Bearer $administrator" -H 'Content-Type: application/json' -d "$2" "$STANDARDS/$1"
}
required=
promised=
for k in 0 1 2 3 4; do
  put "characteristics/bench-$k" "{\"code\":\"bench-$k\",\"nameZh\":\"示例指标$k\",\"nameEn\":\"bench $k\",\"unit\":\"g/100 g\"}"
  required+=",{\"characteristic\":\"bench-$k\",\"clause\":\"4.$k\",\"operator\":\"GE\",\"value\":\"1$k\",\"unit\":\"%\",\"testMethod\":\"GB 5009.5\"}"
  promised+=",{\"name\":\"示例指标$k\",\"operator\":\"GE\",\"value\":1$k.50,\"unit\":\"g/100 g\",\"testMethod\":\"GB 5009.5-2016\"}"
done
put requirements "{\"standard\":\"GB/T 100000-2022\",\"products\":[\"示例冻鱼\"],\"source\":\"示例\",\"certainty\":\"U\",\"indicators\":[${required#,}]}"

for n in $(seq 1 40); do
  token enterprise "\"uscc\":\"9137119900$(printf %08d "$n")\""
  echo
done >"$work/tokens"

# Each declaration has a number of its own, this run's after those of the last.
cat >"$work/declare.lua" <<LUA
local threads = 0
function setup(thread)
  thread:set("place", threads)
  threads = threads + 1
end
local tokens = {}
local n = 0
function init(args)
  for word in io.lines("$work/tokens") do tokens[#tokens + 1] = word end
end
function request()
  n = n + 1
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. tokens[n % #tokens + 1] }
  local body = string.format('{"standard":{"number":"Q/RZD %d%07d-2024","title":"示例冻鱼"},"executes":["GB/T 100001-2022",'
    .. '"GB/T 100002-2022","GB/T 100003"],"products":[{"name":"示例冻鱼","gtin":"6901234567892"}],"indicators":[${promised#,}]}',
    $(date +%s) % 100000 * 10 + place, n)
  return wrk.format("POST", "/api/standards/v1/declarations", headers, body)
end
LUA
declare_for() {
  wrk -t 2 -c "$connections" -d "${1}s" -s "$work/declare.lua" "$STANDARDS" | tee "$work/wrk.log" | sed -n 's/^Requests\/sec: *//p'
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
}
declare_for "$seconds" >/dev/null
before=$(sql 'select count(*) from declaration')
rate=$(declare_for "$seconds")
made=$(($(sql 'select count(*) from declaration') - before))
sealed=$(sql "select count(*) from declaration_version")
printf 'Declared %s in %s s, %s versions sealed, %s events waiting\n' "$made" "$seconds" "$sealed" "$(sql 'select count(*) from outbox')"
at_least "Declarations a second, $scale standards" "$rate" 300 /s 1
