#!/usr/bin/env bash
# A currency check of N numbers (100,000) as a job, from the upload to the result: 60 s are promised. One number in three is
# unknown, one in four is written in another way. currency.sh [SCALE] [N]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
two_cores
machine
scale=${1:-500000} numbers=${2:-100000}
require curl curl
require jq jq
build_when_changed
start_standards "$scale"
bearer="Authorization: Bearer $(token data-provider)"

# check ROWS → hands a list in, waits for its end, takes the result; TOOK is how long that was.
check() {
  local begin answer id state=WAITING
  { echo number && sql "select case n % 4 when 0 then lower(number) else number end from (
      select n, case when n % 3 = 0 then regexp_replace(number, '\\d{4}\$', '1987') else number end as number
      from (select row_number() over (order by random()) as n, number from standard limit $1) s) t"; } >"$DATA/numbers.csv"
  begin=$(now)
  answer=$(curl -sS -H "$bearer" -H 'Content-Type: text/csv' --data-binary "@$DATA/numbers.csv" "$STANDARDS/currency-checks")
  id=$(jq -r .id <<<"$answer")
  until [ "$state" = DONE ]; do
    sleep 0.2
    answer=$(curl -sS -H "$bearer" "$STANDARDS/currency-checks/$id")
    state=$(jq -r .state <<<"$answer")
    case $state in FAILED | null) echo "$answer" >&2; exit 1 ;; esac
    [ "$(seconds_since "$begin" | cut -d. -f1)" -le "$PATIENCE" ] || { echo "Not done: $answer" >&2; exit 1; }
  done
  curl -sS -H "$bearer" "$STANDARDS/currency-checks/$id/result" -o "$DATA/result.ndjson"
  TOOK=$(seconds_since "$begin")
  [ "$(wc -l <"$DATA/result.ndjson")" -eq "$1" ] || { echo "The result has another number of rows" >&2; exit 1; }
  jq -c .counts <<<"$answer"
}

check 2000 >/dev/null
check "$numbers"
result "Currency check of $numbers numbers, upload to result" "$TOOK" "$(awk -v n="$numbers" 'BEGIN { print 60 * n / 100000 }')" s
result "Heap taken" "$(heap_taken)" 512 MB
