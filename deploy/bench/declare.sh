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
  required+=",{\"characteristic\":\"bench-$k\",\"clause\":\"4.$k\",\"operator\":\"GE\",\"value\":1$k,\"unit\":\"%\",\"testMethod\":\"GB 5009.5\"}"
  promised+=",{\"name\":\"示例指标$k\",\"operator\":\"GE\",\"value\":1$k.50,\"unit\":\"g/100 g\",\"testMethod\":\"GB 5009.5-2016\"}"
done
put requirements "{\"standard\":\"GB/T 100000-2022\",\"products\":[\"示例冻鱼\"],\"source\":\"示例\",\"certainty\":\"U\",\"indicators\":[${required#,}]}"

# codes N → so many codes that no real enterprise can have, with both check characters (GB 11714, GB 32100).
codes() {
  awk -v count="$1" 'BEGIN {
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    split("3 7 9 10 5 8 4 2", weight, " ")
    for (n = 1; n <= count; n++) {
      organisation = sprintf("MA3RD%03d", n)
      sum = 0
      for (i = 1; i <= 8; i++) sum += weight[i] * (index("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr(organisation, i, 1)) - 1)
      digit = (11 - sum % 11) % 11
      code = "91371199" organisation (digit == 10 ? "X" : digit)
      sum = 0
      power = 1
      for (i = 1; i <= 17; i++) {
        sum += power * (index(alphabet, substr(code, i, 1)) - 1)
        power = power * 3 % 31
      }
      print code substr(alphabet, (31 - sum % 31) % 31 + 1, 1)
    }
  }'
}
for code in $(codes 40); do
  token enterprise "\"uscc\":\"$code\""
  echo
done >"$work/tokens"

# Each declaration has a number of its own, under a code of its run; long numbers would be taken for those of telephones.
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
  local body = string.format('{"standard":{"number":"Q/CODE%s %d-2024","title":"示例冻鱼"},"executes":["GB/T 100001-2022",'
    .. '"GB/T 100002-2022","GB/T 100003"],"products":[{"name":"示例冻鱼","gtin":"6901234567892"}],"indicators":[${promised#,}]}',
    string.char(65 + place), n)
  return wrk.format("POST", "/api/standards/v1/declarations", headers, body)
end
LUA
declare_for() {
  sed "s#Q/CODE#Q/$(date +%s | tail -c 7 | tr 0-9 A-J)#" "$work/declare.lua" >"$work/run.lua"
  wrk -t 2 -c "$connections" -d "${1}s" -s "$work/run.lua" "$STANDARDS" | tee "$work/wrk.log" | sed -n 's/^Requests\/sec: *//p'
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
}
(declare_for "$seconds") >/dev/null 2>&1 || true
before=$(sql 'select count(*) from declaration')
rate=$(declare_for "$seconds")
made=$(($(sql 'select count(*) from declaration') - before))
sealed=$(sql "select count(*) from declaration_version")
printf 'Declared %s in %s s, %s versions sealed, %s events waiting\n' "$made" "$seconds" "$sealed" "$(sql 'select count(*) from outbox')"
at_least "Declarations a second, $scale standards" "$rate" 300 /s 1
