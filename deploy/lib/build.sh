# Builds the suite when a source is newer than the last good build. Sourced by deploy/up; needs ROOT and JAVA_HOME.

# sources_changed STAMP → true when something that goes into the build is newer than STAMP, or the product is gone.
# Folders are looked at too, so a deleted file counts; whatever Maven writes (target) does not.
sources_changed() {
  [ -e "$1" ] || return 0
  local product
  for product in deploy/local/target/lib deploy/local/target/keycloak \
    {credit,standards,indicator}-service/target/quarkus-app/quarkus-run.jar gateway/target/quarkus-app/quarkus-run.jar; do
    [ -e "$ROOT/$product" ] || return 0
  done
  local newer
  newer=$(cd "$ROOT" && find pom.xml .mvn platform indicator-service credit-service standards-service gateway \
    deploy/embedded deploy/testing deploy/local deploy/keycloak \
    \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o \
    \( -type f -o -path '*/src/*' -type d \) -newer "$1" -print 2>/dev/null | head -n 1)
  [ -n "$newer" ]
}

# disk_free_mb FOLDER → megabytes free where FOLDER (or its nearest existing parent) lies.
disk_free_mb() {
  local folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }'
}

# require_disk FOLDER MEGABYTES WHAT
require_disk() {
  local free
  free=$(disk_free_mb "$1")
  if [ "${free:-0}" -lt "$2" ]; then
    echo "Too little disk: $3 needs $2 MB in $1, $free MB are free. Free some, or choose another place (--data for the data)." >&2
    exit 4
  fi
}

# follow_build LOG PID → one live line on a terminal, a line per module otherwise, until PID ends.
follow_build() {
  local log=$1 pid=$2 module last='' begin=$SECONDS fetched
  while kill -0 "$pid" 2>/dev/null; do
    module=$(sed -n 's/^\[INFO\] Building \(.*\) [0-9][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\].*/\2 of \3: \1/p' "$log" | tail -n 1)
    if [ -t 1 ]; then
      fetched=$(grep -c '^\[INFO\] Downloaded from\|^Downloaded from' "$log" || true)
      printf '\r\033[K  Build   %3d s   %s%s' $((SECONDS - begin)) "${module:-preparing}" \
        "$([ "$fetched" -gt 0 ] && echo "   ($fetched files downloaded)")"
    elif [ "$module" != "$last" ]; then
      printf '  Build   %3d s   %s\n' $((SECONDS - begin)) "$module"
      last=$module
    fi
    sleep 0.5
  done
  [ -t 1 ] && printf '\r\033[K'
  return 0
}

# build_when_changed → nothing to do is the usual case; the log is .local/logs/build.log.
build_when_changed() {
  local stamp=$ROOT/.local/build.stamp log=$ROOT/.local/logs/build.log begin=$SECONDS pid
  sources_changed "$stamp" || return 0
  if ! mkdir -p "$ROOT/.local/logs" 2>/dev/null || ! [ -w "$ROOT/.local" ] || ! [ -w "$ROOT/platform" ]; then
    echo "The suite must be built, but $(id -un) may not write in $ROOT." >&2
    echo "Clone it as this user, or give it the folder: chown -R $(id -un) $ROOT" >&2
    exit 5
  fi
  require_disk "$ROOT" 2500 "building"
  [ -e "$stamp" ] && echo "Sources changed: building." \
    || echo "First build: downloads about 500 MB from Maven Central, then takes some minutes. Log: ${log#"$PWD"/}"
  # The stamp is as old as the start of the build: a file saved meanwhile is built next time.
  touch "$stamp.begun"
  (cd "$ROOT" && exec ./mvnw -B package -pl '!deploy/e2e,!deploy/architecture' -Dmaven.test.skip=true -Dspotless.check.skip=true) \
    >"$log" 2>&1 </dev/null &
  pid=$!
  trap 'kill $pid 2>/dev/null; echo; exit 130' INT TERM
  follow_build "$log" $pid
  if wait $pid; then
    trap - INT TERM
    mv "$stamp.begun" "$stamp"
    echo "Built in $((SECONDS - begin)) s."
  else
    trap - INT TERM
    {
      echo "The build failed. The end of $log:"
      echo
      grep -v 'Download\(ing\|ed\) from\|^\[INFO\] *-*$' "$log" | sed '/Re-run Maven\|For more information about/d' | tail -n 30
    } >&2
    exit 6
  fi
}
