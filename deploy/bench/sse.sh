#!/usr/bin/env bash
# The gateway with 10,000 open streams of events, told events and signs of life: below 512 MB resident. sse.sh [STREAMS]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
streams=${1:-10000}
JVM=${BENCH_JVM:--XX:+UseSerialGC -Xmx288m -XX:MaxDirectMemorySize=96m}
ulimit -n $((2 * streams + 1000)) 2>/dev/null || ulimit -n "$(ulimit -Hn)"
two_cores
machine
build_when_changed

DATA=$ROOT/.local/bench-sse
work=$DATA/sse
rm -rf "$work" && mkdir -p "$work"
[ -e "$DATA/key.pem" ] || openssl genrsa 2048 >"$DATA/key.pem" 2>/dev/null
mkfifo "$work/say"
(tool EventListeners --data "$work/kafka" --kafka "$(port kafka)" --gateway "$(port gateway)" --streams "$streams" \
  --token "$(token screening-client)" <"$work/say" >"$work/heard" 2>"$work/errors") &
LISTENERS=$!
exec 3>"$work/say"
trap 'exec 3>&-; kill -TERM $LISTENERS 2>/dev/null || true; stop_gateway' EXIT
# answer N → waits for the Nth thing the listeners say, and prints it.
answer() {
  await "$work/heard" "$LISTENERS" '^= ' && until [ "$(grep -c '^= ' "$work/heard")" -ge "$1" ]; do
    kill -0 "$LISTENERS" 2>/dev/null || { cat "$work/errors" >&2; exit 1; }
    sleep 0.1
  done
  grep '^= ' "$work/heard" | sed -n "$1s/^= //p"
}
resident() { awk -v what="$1:" '$1 == what { printf "%.1f", $2 / 1024 }' "/proc/$GATEWAY/status"; }

answer 1 >/dev/null
KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$(port kafka) start_gateway
await "$LOG" "$GATEWAY" 'Events arrive'
printf 'Without a stream: %s MB resident\n' "$(resident VmRSS)"
echo open >&3
answer 2
echo 'publish 20' >&3
answer 3
sleep "${BENCH_SECONDS:-20}"
echo 'publish 1' >&3
answer 4 >/dev/null
printf 'Heap: %s MB taken\n' "$("$JAVA_HOME/bin/jstat" -gc "$GATEWAY" | awk 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^(S0C|S1C|EC|OC)$/) c[i] = 1 } NR == 2 { for (i in c) sum += $i; printf "%.0f", sum / 1024 }')"
at_most "Resident at most, $streams streams" "$(resident VmHWM)" 512 MB 1
