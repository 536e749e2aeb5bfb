#!/usr/bin/env bash
# Random acts on list entries by random people with random dates, against the credit-service with real PostgreSQL, and the
# invariants of an entry after each. walks.sh [STEPS] [SEED]: 100,000 steps from a seed that is printed, so that a failure can
# be repeated; it is told as the shortest walk that still fails.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$ROOT/deploy/lib/jdk.sh"
require_jdk

STEPS=${1:-100000}
SEED=${2:-$RANDOM$RANDOM}
echo "$STEPS steps from seed $SEED; again: ${BASH_SOURCE[0]} $STEPS $SEED"
cd "$ROOT"
exec ./mvnw -o -q test -pl credit-service -am -Dtest=ListingWalkTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest.compiler=-XX:+TieredCompilation -Dwalks.steps="$STEPS" -Dwalks.seed="$SEED"
