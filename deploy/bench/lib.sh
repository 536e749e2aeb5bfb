# Shared by the measurements: a suite of one's own beside whatever runs, stopped at the end, and one form of result.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
DATA=$ROOT/.local/bench
LOG=$DATA/up.log
# Below the range from which Linux takes the ports of outgoing connections (32768).
OFFSET=${BENCH_PORT_OFFSET:-10000}
LAUNCHER=
# What is measured never takes longer than this many seconds.
PATIENCE=${BENCH_PATIENCE:-900}

. "$ROOT/deploy/lib/jdk.sh"
. "$ROOT/deploy/lib/build.sh"

# port NAME → the port of a part in the suite that is measured.
port() {
  local standard
  case $1 in
    gateway) standard=8080 ;; indicator) standard=8081 ;; credit) standard=8082 ;; standards) standard=8083 ;;
    keycloak) standard=8084 ;; postgres) standard=15432 ;; kafka) standard=19092 ;;
  esac
  echo $((standard + OFFSET))
}

# start_suite OPTION... → returns when deploy/up has said that everything is ready and seeded.
start_suite() {
  mkdir -p "$DATA"
  : >"$LOG"
  "$ROOT/deploy/up" --plain --data "$DATA" --port-offset "$OFFSET" "$@" >"$LOG" 2>&1 &
  LAUNCHER=$!
  await_line '^Ctrl-C stops everything'
}

# await_line PATTERN → returns when the launcher has printed it; ends the measurement when the launcher has ended.
await_line() {
  local begin=$SECONDS
  until grep -q "$1" "$LOG"; do
    if ! kill -0 "$LAUNCHER" 2>/dev/null || [ $((SECONDS - begin)) -gt "$PATIENCE" ]; then
      echo "The suite did not get to: $1. The end of $LOG:" >&2
      tail -n 20 "$LOG" >&2
      exit 1
    fi
    sleep 0.05
  done
}

# await_caches → returns when every start-up cache is recorded, as the launcher does in the background.
await_caches() {
  local begin=$SECONDS program
  for program in indicator credit standards gateway keycloak kafka; do
    until compgen -G "$DATA/aot/$program-*.aot" >/dev/null; do
      [ $((SECONDS - begin)) -le "$PATIENCE" ] || { echo "No start-up cache for $program" >&2; exit 1; }
      sleep 0.5
    done
  done
}

# A background job of a script does not hear SIGINT; SIGTERM stops the suite in the same order.
stop_suite() {
  [ -n "$LAUNCHER" ] || return 0
  kill -TERM "$LAUNCHER" 2>/dev/null || true
  wait "$LAUNCHER" 2>/dev/null || true
  LAUNCHER=
}
trap stop_suite EXIT

now() { date +%s%N; }

# seconds_since NANOSECONDS
seconds_since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", (b - a) / 1e9 }'; }

# result WHAT OURS LIMIT UNIT → one line; a ratio of 1.00 or less keeps the promise.
result() {
  awk -v what="$1" -v ours="$2" -v limit="$3" -v unit="$4" \
    'BEGIN { printf "%-52s ours %8.1f %-3s limit %8.1f %-3s ratio %.2f\n", what, ours, unit, limit, unit, ours / limit }'
}

machine() {
  printf '%s cores, %s, %s\n' "$(getconf _NPROCESSORS_ONLN)" "$(uname -sm)" "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 2p)"
}

require_jdk
