#!/usr/bin/env bash
# How long seeding takes on an empty database: reference data, 2,000 enterprises with their records, list entries and
# declarations, all through the public API. Another scale: seeding.sh N (the limit grows with it).
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine
scale=${1:-2000}
build_when_changed
start_suite --fresh --scale "$scale"
grep '^Seeded:' "$LOG"
result "Seeding $scale enterprises with their records" \
  "$(sed -n 's/^Seeding took \([0-9.]*\) s\.$/\1/p' "$LOG")" "$(awk -v n="$scale" 'BEGIN { print 30 * n / 2000 }')" s
