#!/usr/bin/env bash
# Uncached answers through the gateway, with all policy on (tokens looked for, limits counted, capacity, breaker, trace, access
# log, security headers), against nginx that proxies the same upstream with kept connections and its access log, in turns, by
# wrk; then what the gateway adds to an answer while nothing else happens. proxy.sh [CONNECTIONS]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
connections=${1:-64}
seconds=${BENCH_SECONDS:-10}
require wrk wrk
require nginx nginx-light
two_cores
machine
build_when_changed

DATA=$ROOT/.local/bench-proxy
work=$DATA/proxy
upstream=$((8082 + OFFSET)) peer=$((8085 + OFFSET))
path=/api/credit/v1/enterprises/91371199MA3RH00187
rm -rf "$work" && mkdir -p "$work/www/$(dirname $path)"
printf '{"uscc":"91371199MA3RH00187","text":"%s"}' "$(head -c 1000 /dev/zero | tr '\0' x)" >"$work/www$path"
NGINX=
# serve NAME SERVERS → an nginx of its own; what both sides proxy is a process apart from the peer, as a service is.
serve() {
  mkdir -p "$work/$1"
  cat >"$work/$1.conf" <<NGINX
daemon off; pid $work/$1.pid; error_log $work/error.log; worker_processes 2;
events { worker_connections 1024; }
http {
  keepalive_requests 100000000; default_type application/json;
  client_body_temp_path $work/$1/a; proxy_temp_path $work/$1/b; fastcgi_temp_path $work/$1/c; uwsgi_temp_path $work/$1/d; scgi_temp_path $work/$1/e;
  $2
}
NGINX
  nginx -c "$work/$1.conf" -e "$work/error.log" &
  NGINX="$NGINX $!"
}
trap 'kill -TERM $NGINX 2>/dev/null || true; stop_gateway' EXIT
serve upstream "server { listen 127.0.0.1:$upstream; root $work/www; access_log off; }"
serve peer "upstream service { server 127.0.0.1:$upstream; keepalive 128; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:$peer; access_log $work/access.log;
    location / {
      proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection '';
      proxy_set_header X-Forwarded-For \$remote_addr; proxy_set_header X-Request-Id \$request_id;
    }
  }"
GATEWAY_UPSTREAMS_CREDIT=http://127.0.0.1:$upstream GATEWAY_ROUTES_CREDIT_CACHE=none \
  GATEWAY_LIMITS_CLASSES_STANDARD_ANONYMOUS=1000000000 start_gateway

# run PORT CONNECTIONS SECONDS
run() {
  wrk -t "$(($2 < 2 ? 1 : 2))" -c "$2" -d "${3}s" --latency "http://127.0.0.1:$1$path" >"$work/wrk.log"
  ! grep -q 'Non-2xx\|Socket errors' "$work/wrk.log" || { cat "$work/wrk.log" >&2; exit 1; }
}
rate() { sed -n 's/^Requests\/sec: *//p' "$work/wrk.log"; }
# Milliseconds.
median() { awk '$1 == "50%" { t = $2 + 0; print $2 ~ /us$/ ? t / 1000 : $2 ~ /ms$/ ? t : t * 1000 }' "$work/wrk.log"; }

# A gateway runs for months; its compiler shares two full cores with four other programs here, and takes its time.
run "$(port gateway)" "$connections" $((8 * seconds))
run "$peer" "$connections" 3
for _ in 1 2 3; do
  run "$peer" "$connections" "$seconds" && rate >>"$work/peer.rates"
  run "$(port gateway)" "$connections" "$seconds" && rate >>"$work/ours.rates"
done
kept=0
at_least "Uncached answers, $connections connections" "$(mean "$work/ours.rates")" "$(mean "$work/peer.rates")" /s 0.7 || kept=1

run "$upstream" 1 3 && direct=$(median)
run "$(port gateway)" 1 "$seconds" && through=$(median)
at_most 'What the gateway adds to an answer, p50, idle' "$(awk -v a="$through" -v b="$direct" 'BEGIN { print a - b }')" 1 ms 1 || kept=1
exit $kept
