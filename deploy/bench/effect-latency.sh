#!/usr/bin/env bash
# From sending the publication of a list entry to seeing its effect over HTTP in the other services: the badge in
# standards-service, the live figure's record in indicator-service, the answer the gateway had in its cache. effect-latency.sh N repeats it N times (100 or more).
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine
build_when_changed
start_suite
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx128m -Dstdout.encoding=UTF-8 \
  -cp "$(echo "$ROOT"/deploy/local/target/local-*.jar):$ROOT/deploy/local/target/lib/*" \
  cn.quality.local.bench.EffectLatency --samples "${1:-200}" --limit-ms 300 \
  --credit "http://127.0.0.1:$(port credit)" --standards "http://127.0.0.1:$(port standards)" \
  --indicators "http://127.0.0.1:$(port indicator)" --gateway "http://127.0.0.1:$(port gateway)" --identity "http://localhost:$(port keycloak)/realms/quality"
