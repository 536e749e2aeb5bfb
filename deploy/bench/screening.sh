#!/usr/bin/env bash
# Screening on a million enterprises: names with a wrong character one client asks after, jobs of codes, jobs of names as
# people write them (60 % exact, 20 % other spellings, 10 % one wrong character, 10 % unknown), with the service and its
# database sharing two cores. screening.sh [SCALE] [ROWS OF CODES] [ROWS OF NAMES].
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
two_cores
machine
scale=${1:-1000000} codes=${2:-200000} names=${3:-20000}
require curl curl
require jq jq
build_when_changed
start_credit "$scale"
bearer="Authorization: Bearer $(token screening-client)"
PEAK=0
# The names begin with regions: without them nothing is taken apart.
admin="Authorization: Bearer $(token administrator)"
jq -c '.[]' "$ROOT/seeds/credit/regions.json" | while read -r region; do
  curl -sS -f -o /dev/null -X PUT -H "$admin" -H 'Content-Type: application/json' -d "$region" "$CREDIT/regions/$(jq -r .code <<<"$region")"
done

# watch_heap → keeps the most the heap has grown to.
watch_heap() {
  local taken
  taken=$(heap_taken)
  [ "$taken" -le "$PEAK" ] || PEAK=$taken
}

# file KIND ROWS → its path.
file() {
  (tool ScreeningFiles --kind "$1" --rows "$2" --scale "$scale" --file "$DATA/$1.csv")
  echo "$DATA/$1.csv"
}

# job FILE ROWS WHAT LIMIT → hands a file in, waits for its end, takes the result, prints rows per second of all of it.
job() {
  local begin took answer id state=WAITING
  begin=$(now)
  answer=$(curl -sS -H "$bearer" -H 'Content-Type: text/csv' --data-binary "@$1" "$CREDIT/screening-jobs?purpose=bench")
  id=$(jq -r .id <<<"$answer")
  until [ "$state" = DONE ]; do
    sleep 0.2
    watch_heap
    answer=$(curl -sS -H "$bearer" "$CREDIT/screening-jobs/$id")
    state=$(jq -r .state <<<"$answer")
    case $state in FAILED | null) echo "$answer" >&2; exit 1 ;; esac
    [ "$(seconds_since "$begin" | cut -d. -f1)" -le "$PATIENCE" ] || { echo "Not done: $answer" >&2; exit 1; }
  done
  curl -sS -H "$bearer" -H 'Accept: application/x-ndjson' "$CREDIT/screening-jobs/$id/result" -o "$DATA/result.ndjson"
  took=$(seconds_since "$begin")
  watch_heap
  [ "$(wc -l <"$DATA/result.ndjson")" -eq "$2" ] || { echo "The result has another number of rows" >&2; exit 1; }
  rate "$3" "$(awk -v n="$2" -v s="$took" 'BEGIN { print n / s }')" "$4"
  jq -r '"  matched \(.matched), for review \(.review), invalid \(.invalid) of \(.rows)"' <<<"$answer"
  curl -sS -X DELETE -H "$bearer" "$CREDIT/screening-jobs/$id"
}

# rate WHAT OURS LIMIT → one line; here more is better, so that the ratio is the other way round: 1.00 or less keeps it.
rate() {
  awk -v what="$1" -v ours="$2" -v limit="$3" \
    'BEGIN { printf "%-52s ours %8.0f /s  limit %8.0f /s  ratio %.2f\n", what, ours, limit, limit / ours }'
}

# Warm: buffers, compiled code.
job "$(file NAMES 2000)" 2000 "(warming up)" 500 >/dev/null

# One client, one call after the other: at most one core works at a time, the service's or the database's.
fuzzy=20
jq -Rn --argjson size 100 '[inputs | split(",") | {ref: .[0], name: .[1]}][1:] | range(0; length; $size) as $i
  | {purpose: "bench", subjects: .[$i:$i + $size]}' -c <"$(file TYPOS $((fuzzy * 100)))" >"$DATA/typos.ndjson"
begin=$(now)
hits=0
while read -r request; do
  found=$(curl -sS -H "$bearer" -H 'Content-Type: application/json' --data-binary @- "$CREDIT/screenings" <<<"$request" \
    | jq '[.results[] | select(.candidates | length > 0)] | length')
  hits=$((hits + found))
done <"$DATA/typos.ndjson"
took=$(seconds_since "$begin")
watch_heap
rate "Names with a wrong character, on one core" "$(awk -v n=$((fuzzy * 100)) -v s="$took" 'BEGIN { print n / s }')" 100
echo "  $hits of $((fuzzy * 100)) with a candidate"

job "$(file CODES "$codes")" "$codes" "Job of $codes codes, from upload to result" 5000
job "$(file NAMES "$names")" "$names" "Job of $names names, from upload to result" 500
result "Heap, the most it has grown to" "$PEAK" 512 MB
