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
await_line() { await "$LOG" "$LAUNCHER" "$1"; }

# await LOG PROCESS PATTERN
await() {
  local begin=$SECONDS
  until grep -q "$3" "$1"; do
    if ! kill -0 "$2" 2>/dev/null || [ $((SECONDS - begin)) -gt "$PATIENCE" ]; then
      echo "It did not get to: $3. The end of $1:" >&2
      tail -n 20 "$1" >&2
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
trap 'stop_suite; stop_alone' EXIT

# two_cores → whatever starts from here on, what measures included, shares two cores of a larger machine.
two_cores() {
  [ "$(getconf _NPROCESSORS_ONLN)" -le 2 ] || taskset -cp 0,1 $$ >/dev/null
}

# require PROGRAM PACKAGE
require() {
  command -v "$1" >/dev/null || { echo "$1 is missing: apt-get install $2" >&2; exit 3; }
}

DATABASE=
SERVICE=
# The service that is measured alone: credit, indicator or standards.
ALONE=credit
# What it is given to live on; BENCH_JVM replaces it.
JVM=${BENCH_JVM:--XX:+UseSerialGC -Xmx512m}

# start_credit SCALE → PostgreSQL and the credit-service alone (no broker, no identity provider, no gateway), with SCALE
# fictional enterprises and their records. The data is made once and stays in .local/bench-credit-SCALE; BENCH_FRESH=1
# makes it anew. Afterwards CREDIT is the service's address, `sql` talks to its database, `token` makes logins.
start_credit() {
  CREDIT=http://127.0.0.1:$(port credit)/api/credit/v1
  start_alone credit "$1" CreditData
  [ -n "$FILLED_IN" ] || return 0
  printf 'Data: %s enterprises, %s records, %s published entries in %s s\n' "$1" \
    "$(sql 'select count(*) from archive_record')" "$(sql 'select count(*) from displayed_listing')" "$FILLED_IN"
}

# start_indicator SCALE → likewise the indicator-service, with SCALE observations in .local/bench-indicator-SCALE.
# Afterwards INDICATORS is the address of its API and SDMX that of its entrances for statistical systems.
start_indicator() {
  INDICATORS=http://127.0.0.1:$(port indicator)/api/indicators/v1
  SDMX=http://127.0.0.1:$(port indicator)/sdmx
  start_alone indicator "$1" IndicatorData
  [ -n "$FILLED_IN" ] || return 0
  printf 'Data: %s observations of %s series, %s indicators, %s areas in %s s\n' "$(sql 'select count(*) from observation')" \
    "$(sql 'select count(*) from series')" "$(sql 'select count(*) from indicator')" "$(sql 'select count(*) from area')" "$FILLED_IN"
}

# start_standards SCALE → likewise the standards-service, with SCALE standards in .local/bench-standards-SCALE. Afterwards
# STANDARDS is the address of its API.
start_standards() {
  STANDARDS=http://127.0.0.1:$(port standards)/api/standards/v1
  start_alone standards "$1" standards.sql
  [ -n "$FILLED_IN" ] || return 0
  printf 'Data: %s standards, %s declarations in %s s\n' "$(sql 'select count(*) from standard')" "$(sql 'select count(*) from declaration')" "$FILLED_IN"
}

# start_alone SERVICE SCALE FILLER → FILLED_IN is how many seconds the data took, empty when they were there. The filler is a
# program, or statements for psql.
start_alone() {
  local begin
  ALONE=$1
  FILLED_IN=
  require psql postgresql-client
  DATA=$ROOT/.local/bench-$1-$2
  LOG=$DATA/$1.log
  [ -z "${BENCH_FRESH:-}" ] || rm -rf "$DATA"
  mkdir -p "$DATA"
  [ -e "$DATA/key.pem" ] || openssl genrsa 2048 >"$DATA/key.pem" 2>/dev/null
  : >"$DATA/database.log"
  (tool BenchDatabase --service "$1" --data "$DATA" --port "$(port postgres)" >"$DATA/database.log" 2>&1) &
  DATABASE=$!
  await "$DATA/database.log" "$DATABASE" '^PostgreSQL listens'
  start_service
  [ ! -e "$DATA/filled" ] || return 0
  begin=$(now)
  case $3 in
    *.sql)
      as_superuser psql -h 127.0.0.1 -p "$(port postgres)" -U postgres -d "$ALONE" -qX -v ON_ERROR_STOP=1 -v scale="$2" -f "$ROOT/deploy/bench/$3" ;;
    *) (as_superuser tool "$3" --port "$(port postgres)" --scale "$2") ;;
  esac
  touch "$DATA/filled"
  FILLED_IN=$(seconds_since "$begin")
}

# start_service → the production jar; its log is $LOG.
start_service() {
  : >"$LOG"
  # shellcheck disable=SC2086
  QUARKUS_HTTP_PORT=$(port "$ALONE") QUARKUS_OIDC_PUBLIC_KEY=$(openssl rsa -in "$DATA/key.pem" -pubout 2>/dev/null | sed /-----/d | tr -d '\n') \
    QUARKUS_OIDC_AUTH_SERVER_URL= QUARKUS_OIDC_TOKEN_ISSUER=bench KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1 QUALITY_OUTBOX_RELAY=false \
    QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$(port postgres)/$ALONE \
    QUARKUS_DATASOURCE_USERNAME=${ALONE}_app QUARKUS_DATASOURCE_PASSWORD=${ALONE}_app \
    QUARKUS_FLYWAY_USERNAME=${ALONE}_owner QUARKUS_FLYWAY_PASSWORD=${ALONE}_owner \
    "$JAVA_HOME/bin/java" $JVM --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -jar "$ROOT/$ALONE-service/target/quarkus-app/quarkus-run.jar" >"$LOG" 2>&1 &
  SERVICE=$!
  await "$LOG" "$SERVICE" 'Listening on'
}

stop_alone() {
  local process
  for process in $SERVICE $DATABASE; do
    kill -TERM "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
  SERVICE= DATABASE=
}

GATEWAY=
IDENTITY=
# start_gateway → the production jar alone, on what the environment says; without one of its own it has neither database nor
# broker, and takes the tokens of `token`. Its log is $LOG.
start_gateway() {
  mkdir -p "$DATA/identity/realms/quality/protocol/openid-connect"
  LOG=$DATA/gateway.log
  [ -e "$DATA/key.pem" ] || openssl genrsa 2048 >"$DATA/key.pem" 2>/dev/null
  printf '{"keys":[{"kty":"RSA","alg":"RS256","use":"sig","e":"AQAB","n":"%s"}]}' \
    "$(openssl rsa -in "$DATA/key.pem" -noout -modulus | sed s/Modulus=// | xxd -r -p | base64url)" \
    >"$DATA/identity/realms/quality/protocol/openid-connect/certs"
  "$JAVA_HOME/bin/jwebserver" -b 127.0.0.1 -p "$(port keycloak)" -d "$(cd "$DATA/identity" && pwd -P)" -o none >/dev/null &
  IDENTITY=$!
  : >"$LOG"
  # shellcheck disable=SC2086
  QUARKUS_DATASOURCE_PASSWORD=${QUARKUS_DATASOURCE_PASSWORD:-none} QUARKUS_FLYWAY_PASSWORD=${QUARKUS_FLYWAY_PASSWORD:-none} GATEWAY_SESSION_CLIENT_SECRET=none \
    QUARKUS_HTTP_PORT=$(port gateway) QUARKUS_OIDC_AUTH_SERVER_URL=http://127.0.0.1:$(port keycloak)/realms/quality QUARKUS_OIDC_TOKEN_ISSUER=bench \
    KAFKA_BOOTSTRAP_SERVERS=${KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:1} QUARKUS_DATASOURCE_JDBC_URL=${QUARKUS_DATASOURCE_JDBC_URL:-jdbc:postgresql://127.0.0.1:1/gateway} \
    "$JAVA_HOME/bin/java" $JVM --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -jar "$ROOT/gateway/target/quarkus-app/quarkus-run.jar" >"$LOG" 2>&1 &
  GATEWAY=$!
  await "$LOG" "$GATEWAY" 'Listening on'
}

stop_gateway() {
  local process
  for process in $GATEWAY $IDENTITY; do
    kill -TERM "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
  GATEWAY= IDENTITY=
}

# tool CLASS OPTION... → the shell becomes a program of cn.quality.local.bench; so call it in a subshell.
tool() {
  local class=$1
  shift
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx192m -Xlog:disable -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
    -cp "$(echo "$ROOT"/deploy/local/target/local-*.jar):$ROOT/deploy/local/target/lib/*" \
    "cn.quality.local.bench.$class" "$@"
}

as_superuser() { PGPASSWORD=$(<"$DATA/cluster/superuser-password") "$@"; }

# sql STATEMENT → rows of the service's database, cells parted by |.
sql() { as_superuser psql -h 127.0.0.1 -p "$(port postgres)" -U postgres -d "$ALONE" -qAtX -c "$1"; }

# token ROLE [CLAIMS] → a login the service takes for an hour; CLAIMS as in: "region":"371100","department":"…"
token() {
  local head body
  head=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url)
  body=$(printf '{"iss":"bench","aud":"quality-suite","sub":"%s","typ":"Bearer","preferred_username":"%s","azp":"bench","realm_access":{"roles":["%s"]},"iat":%s,"exp":%s%s}' \
    "$1" "$1" "$1" "$(date +%s)" "$(($(date +%s) + 3600))" "${2:+,$2}" | base64url)
  printf '%s.%s.%s' "$head" "$body" "$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -sign "$DATA/key.pem" -binary | base64url)"
}
base64url() { base64 -w0 | tr '+/' '-_' | tr -d '='; }

# heap → megabytes of live objects in the service's heap, after a collection.
heap() {
  "$JAVA_HOME/bin/jcmd" "$SERVICE" GC.class_histogram | awk '/^Total/ { printf "%.0f", $3 / 1048576 }'
}
# heap_taken → megabytes the heap has grown to; never above -Xmx.
heap_taken() {
  "$JAVA_HOME/bin/jstat" -gc "$SERVICE" | awk 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^(S0C|S1C|EC|OC)$/) c[i] = 1 }
    NR == 2 { for (i in c) sum += $i; printf "%.0f", sum / 1024 }'
}

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

# text_block FILE NAME → the text of a Java constant, as in: static final String NAME = """ … """;
text_block() { sed -n "/ $2 = \"\"\"/,/\"\"\"[;.]/p" "$ROOT/$1" | sed '1d; s/""".*//'; }

# paths WORDS SCRIPT PATH → a script for wrk that asks for PATH, from the root on, with each of the words, one a line, over and over.
paths() {
  cat >"$2" <<LUA
local asked = {}
local i = 0
function init(args)
  for word in io.lines("$1") do asked[#asked + 1] = wrk.format("GET", "$3" .. word) end
end
function request()
  i = i % #asked + 1
  return asked[i]
end
LUA
}

pgbench_alone() { as_superuser pgbench -h 127.0.0.1 -p "$(port postgres)" -U postgres -n -M prepared "$@" "$ALONE" 2>/dev/null; }
wrk_credit() { wrk -t 2 "$@" "$CREDIT"; }

# mean FILE → of its numbers, one a line.
mean() { awk '{ sum += $1 } END { printf "%.3f", sum / NR }' "$1"; }

# at_least WHAT OURS PEER UNIT RATIO, at_most … → one line; fails when the ratio does not keep the promise.
at_least() { compare "$@" '>='; }
at_most() { compare "$@" '<='; }
compare() {
  awk -v what="$1" -v ours="$2" -v peer="$3" -v unit="$4" -v need="$5" -v sign="$6" 'BEGIN {
    ratio = ours / peer
    printf "%-52s ours %9.1f %-3s peer %9.1f %-3s ratio %.2f (%s %s)\n", what, ours, unit, peer, unit, ratio, sign, need
    exit !(sign == ">=" ? ratio >= need : ratio <= need) }'
}

require_jdk
