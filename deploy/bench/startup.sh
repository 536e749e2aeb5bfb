#!/usr/bin/env bash
# How long deploy/up takes until every part is ready: the first start on an empty data folder, and later ones, with
# start-up caches. With --clone also from a fresh clone with an empty Maven repository (downloads some 500 MB).
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine

if [ "${1:-}" = --clone ]; then
  clone=$(mktemp -d)
  trap 'stop_suite; rm -rf "$clone"' EXIT
  git clone -q "$ROOT" "$clone/suite"
  begin=$(now)
  DATA=$clone/suite/.local LOG=$clone/up.log
  MAVEN_ARGS="-Dmaven.repo.local=$clone/m2" "$clone/suite/deploy/up" --plain --port-offset "$OFFSET" >"$LOG" 2>&1 &
  LAUNCHER=$!
  await_line '^Ctrl-C stops everything'
  printf 'From a fresh clone, empty Maven repository, seeded:    %s s (%s; no limit is set)\n' \
    "$(seconds_since "$begin")" "$(grep '^Built in' "$LOG" | tr -d .)"
  exit 0
fi

build_when_changed
rm -rf "$DATA/aot"
begin=$(now)
start_suite --fresh
printf 'First start on an empty data folder, seeded:           %s s (%s; no limit is set)\n' \
  "$(seconds_since "$begin")" "$(sed -n 's/^Ready after \(.*\)\.$/ready after \1/p' "$LOG")"
await_caches
stop_suite

for run in 1 2 3; do
  begin=$(now)
  start_suite
  took=$(seconds_since "$begin")
  stop_suite
  result "Start $((run + 1)), command to everything ready" "$took" 30 s
done
