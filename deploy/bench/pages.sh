#!/usr/bin/env bash
# Pages of the portal with the public cache and without it, before the same credit-service, by wrk. pages.sh [CONNECTIONS]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
connections=${1:-32}
seconds=${BENCH_SECONDS:-8}
require wrk wrk
two_cores
machine
build_when_changed
trap 'stop_gateway; stop_alone' EXIT
start_credit 2000
code=$(sql "select uscc from displayed_listing where kind = 'BLACK' limit 1")

# views PATH → pages a second, once it is warm
views() {
  wrk -t 2 -c "$connections" -d "${seconds}s" "http://127.0.0.1:$(port gateway)$1" >/dev/null
  wrk -t 2 -c "$connections" -d "${seconds}s" "http://127.0.0.1:$(port gateway)$1" >"$DATA/wrk.log"
  ! grep -q 'Non-2xx\|Socket errors' "$DATA/wrk.log" || { cat "$DATA/wrk.log" >&2; exit 1; }
  awk '/^Requests\/sec/ { print $2 }' "$DATA/wrk.log"
}

declare -A with
for caching in none public; do
  GATEWAY_UPSTREAMS_CREDIT=http://127.0.0.1:$(port credit) GATEWAY_ROUTES_CREDIT_CACHE=$caching \
    GATEWAY_LIMITS_CLASSES_STANDARD_ANONYMOUS=1000000000 start_gateway
  for page in /lists/black "/credit/$code"; do
    with[$caching$page]=$(views "$page")
  done
  stop_gateway
done
status=0
at_least "the black list, with the cache and without" "${with[public/lists/black]}" "${with[none/lists/black]}" /s 2 || status=1
at_least "an enterprise, with the cache and without" "${with[public/credit/$code]}" "${with[none/credit/$code]}" /s 2 || status=1
exit $status
