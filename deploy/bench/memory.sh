#!/usr/bin/env bash
# What each process keeps in memory (resident set) 10 s after seeding 2,000 enterprises into an empty database, with
# start-up caches in use, as from the second start on; their mapped pages count.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine
build_when_changed
start_suite --no-seed
await_caches
stop_suite
start_suite --fresh
sleep 10

rss() { ps -o rss= -p "$1" | awk '{ printf "%.1f", $1 / 1024 }'; }
for service in indicator credit standards gateway; do
  result "$service after seeding" "$(rss "$(cut -d ' ' -f 1 "$DATA/run/$service.pid")")" 300 MB
done
printf '%-52s ours %8.1f MB  (no limit is set)\n' \
  "keycloak" "$(rss "$(cut -d ' ' -f 1 "$DATA/keycloak/pid")")" \
  "kafka" "$(rss "$(cut -d ' ' -f 1 "$DATA/kafka/pid")")" \
  "launcher" "$(rss "$LAUNCHER")"
