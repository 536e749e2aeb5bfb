#!/usr/bin/env bash
# A service that can answer 400 requests a second gets 320 of them through the gateway, then 2,000: what is admitted then may
# take three times as long at p99. shedding.sh [SECONDS]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
seconds=${1:-10}
machine
build_when_changed

DATA=$ROOT/.local/bench-shedding
mkdir -p "$DATA"
upstream=$((8082 + OFFSET))
coproc CALLERS { tool Shedding "$upstream" "http://127.0.0.1:$(port gateway)/api/credit/v1/x"; }
callers=$CALLERS_PID
trap 'kill -TERM "$callers" 2>/dev/null || true; stop_gateway' EXIT
read -r _ <&"${CALLERS[0]}"
# Twice as many under way as the service has places: enough that it never waits for work.
GATEWAY_UPSTREAMS_CREDIT=http://127.0.0.1:$upstream GATEWAY_ROUTES_CREDIT_CACHE=none GATEWAY_LIMITS_CLASSES_STANDARD_ANONYMOUS=1000000000 \
  GATEWAY_LIMITS_IN_FLIGHT=16 start_gateway

# ask RATE SECONDS → admitted refused failed p99
ask() {
  echo "$1 $2" >&"${CALLERS[1]}"
  read -r admitted refused failed p99 <&"${CALLERS[0]}"
  printf '%s requests a second: %s admitted, %s refused, %s failed, p99 of the admitted %s ms\n' "$1" "$admitted" "$refused" "$failed" "$p99"
}
ask 320 "$seconds" >/dev/null
ask 2000 3 >/dev/null
ask 320 "$seconds"
normal=$p99
ask 2000 "$seconds"
[ "$failed" -eq 0 ] || { echo 'Something else than 200 and 503 came' >&2; exit 1; }
at_most 'p99 of admitted requests at five times the capacity' "$p99" "$normal" ms 3
