#!/usr/bin/env bash
# The evaluation of 200 areas by 100 rules, in the JVM alone: the median of 21 rounds after ten to warm up, with and without the
# bundle that is published; and the same bundle verified in node. assessment.sh [AREAS] [RULES].
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
two_cores
machine
areas=${1:-200}
rules=${2:-100}
require node nodejs
mkdir -p "$DATA"
cd "$ROOT"
./mvnw -B -q test-compile dependency:build-classpath -pl indicator-service -am -DincludeScope=test \
  -Dmdep.outputFile="$DATA/classpath" >"$DATA/build.log" 2>&1 || { tail -n 20 "$DATA/build.log" >&2; exit 1; }
"$JAVA_HOME/bin/java" -cp "indicator-service/target/test-classes:indicator-service/target/classes:$(cat "$DATA/classpath")" \
  cn.quality.indicator.assessment.AssessmentSpeed "$areas" "$rules" 300 "$DATA/bundle.json"
cat platform/bundle/src/main/resources/cn/quality/platform/bundle/bundle.js \
  indicator-service/src/main/resources/cn/quality/indicator/assessment/assessment.js >"$DATA/verifier.js"
begin=$(now)
node "$DATA/verifier.js" "$DATA/bundle.json"
printf '%-52s ours %6.0f ms\n' "Verified in node" "$(awk -v s="$(seconds_since "$begin")" 'BEGIN { print 1000 * s }')"
