#!/usr/bin/env bash
# Public answers from the gateway's cache against nginx's proxy_cache before the same upstream, in turns, by wrk. Both are
# asked for one list of 20 entries and for 1,000 enterprises, as JSON of 4 KB and 1 KB. cache.sh [CONNECTIONS]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
connections=${1:-64}
seconds=${BENCH_SECONDS:-10}
require wrk wrk
require nginx nginx-light
two_cores
machine
build_when_changed

DATA=$ROOT/.local/bench-cache
work=$DATA/cache
upstream=$((8082 + OFFSET)) peer=$((8085 + OFFSET))
rm -rf "$work" && mkdir -p "$work/www/api/credit/v1/enterprises" "$work/kept"
text() { head -c "$1" /dev/zero | tr '\0' x; }
printf '{"items":[{"text":"%s"}],"next":null}' "$(text 4000)" >"$work/www/api/credit/v1/listings"
for i in $(seq 1000); do
  printf '{"uscc":"%s","text":"%s"}' "$i" "$(text 1000)" >"$work/www/api/credit/v1/enterprises/$i"
done
printf '/api/credit/v1/listings\n' >"$work/one"
seq -f '/api/credit/v1/enterprises/%g' 1000 >"$work/many"
cat >"$work/nginx.conf" <<NGINX
daemon off; pid $work/nginx.pid; error_log $work/error.log; worker_processes 2;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000; default_type application/json;
  client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  proxy_cache_path $work/kept keys_zone=kept:10m;
  server {
    listen 127.0.0.1:$upstream; root $work/www;
    add_header Cache-Control "public, max-age=30, stale-while-revalidate=300"; add_header Vary Accept;
  }
  server {
    listen 127.0.0.1:$peer;
    location / {
      proxy_pass http://127.0.0.1:$upstream; proxy_cache kept; proxy_cache_use_stale updating; proxy_cache_background_update on;
      proxy_cache_lock on; add_header X-Cache \$upstream_cache_status;
    }
  }
}
NGINX
nginx -c "$work/nginx.conf" -e "$work/error.log" &
NGINX=$!
trap 'kill -TERM $NGINX 2>/dev/null || true; stop_gateway' EXIT
GATEWAY_UPSTREAMS_CREDIT=http://127.0.0.1:$upstream GATEWAY_LIMITS_CLASSES_STANDARD_ANONYMOUS=1000000000 start_gateway

script() {
  cat >"$work/$1.lua" <<LUA
local asked, i = {}, 0
function init() for path in io.lines("$work/$1") do asked[#asked + 1] = wrk.format("GET", path) end end
function request() i = i % #asked + 1 return asked[i] end
LUA
}
script one
script many
ask() {
  wrk -t 2 -c "$connections" -d "${3}s" -s "$work/$1.lua" "http://127.0.0.1:$2" >"$work/wrk.log"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
  sed -n 's/^Requests\/sec: *//p' "$work/wrk.log"
}
kept=0
for what in one many; do
  ask $what "$(port gateway)" $((2 * seconds)) >/dev/null
  ask $what $peer 3 >/dev/null
  : >"$work/ours" && : >"$work/peer"
  for _ in 1 2 3; do
    ask $what $peer "$seconds" >>"$work/peer"
    ask $what "$(port gateway)" "$seconds" >>"$work/ours"
  done
  curl -sI -H Accept: "http://127.0.0.1:$(port gateway)$(head -n 1 "$work/$what")" | grep -qi '^x-cache: \(HIT\|STALE\)' || { echo 'Not from the cache' >&2; exit 1; }
  at_least "Cached answers, $(wc -l <"$work/$what") addresses, $connections connections" "$(mean "$work/ours")" "$(mean "$work/peer")" /s 0.5 || kept=1
done
exit $kept
