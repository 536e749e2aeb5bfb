#!/usr/bin/env bash
# What the matcher finds: every name of the sample written wrong in one way (one character of the brand, two swapped, city and
# province in front), and how many of 500 names of nobody it holds for possible; asked of POST /screenings. A candidate is the
# right one when it has the code of the enterprise; five come at most. Last, how many names with a wrong character one client
# gets answered: the service and its database work in turns, so that it is the work of one core. match-quality.sh [SCALE].
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
two_cores
machine
scale=${1:-2000}
require curl curl
require jq jq
build_when_changed
start_credit "$scale"
bearer="Authorization: Bearer $(token screening-client)"
# Names begin with regions; without them nothing is taken apart.
admin="Authorization: Bearer $(token administrator)"
jq -c '.[]' "$ROOT/seeds/credit/regions.json" | while read -r region; do
  curl -sS -f -o /dev/null -X PUT -H "$admin" -H 'Content-Type: application/json' -d "$region" "$CREDIT/regions/$(jq -r .code <<<"$region")"
done

# answers KIND → writes a line for each name: its ref, the band, the codes of the candidates. Returns the seconds it took.
answers() {
  local begin
  (tool NameSamples --kind "$1" --scale "$scale" --file "$DATA/$1.ndjson")
  jq -cn '[inputs] | range(0; length; 250) as $i | {purpose: "bench", subjects: .[$i:$i + 250]}' "$DATA/$1.ndjson" >"$DATA/$1.requests"
  begin=$(now)
  while read -r request; do
    curl -sS -f -H "$bearer" -H 'Content-Type: application/json' --data-binary @- "$CREDIT/screenings" <<<"$request"
    echo
  done <"$DATA/$1.requests" >"$DATA/$1.responses"
  seconds_since "$begin"
  jq -r '.results[] | [.ref, .band, (.candidates | map(.uscc) | join(" "))] | @tsv' "$DATA/$1.responses" >"$DATA/$1.answers"
}

# share WHAT HITS ALL SIGN LIMIT → one line; fails when the share does not keep the promise.
share() {
  awk -v what="$1" -v hits="$2" -v all="$3" -v sign="$4" -v limit="$5" 'BEGIN {
    ours = 100 * hits / all
    printf "%-52s ours %7.2f %%  of %5d  (%s %s %%)\n", what, ours, all, sign, limit
    exit !(sign == ">=" ? ours >= limit : ours <= limit) }'
}

# recall KIND WHAT LIMIT
recall() {
  answers "$1" >/dev/null
  share "$2" "$(awk -F'\t' 'index($3, $1)' "$DATA/$1.answers" | wc -l)" "$(wc -l <"$DATA/$1.answers")" '>=' "$3" || KEPT=1
}

# strangers KIND WHAT LIMIT
strangers() {
  answers "$1" >/dev/null
  share "$2" "$(awk -F'\t' '$2 != "NONE"' "$DATA/$1.answers" | wc -l)" "$(wc -l <"$DATA/$1.answers")" '<=' "$3" || KEPT=1
}

KEPT=0
recall WRONG "One wrong character of the brand, found" 97.5
recall SWAPPED "Two swapped characters of the brand, found" 95
recall REGION "City and province in front, found" 100
strangers STRANGERS "Names of nobody, held for possible" 3
# For comparison: each of these differs from some name of the sample by one character, as a slip of writing does.
strangers NEIGHBOURS "Names of nobody made of the sample's characters" 100
took=$(answers WRONG)
awk -v n="$(wc -l <"$DATA/WRONG.answers")" -v s="$took" 'BEGIN {
  printf "%-52s ours %7.0f /s  limit %5d /s  ratio %.2f\n", "Names with a wrong character, on one core", n / s, 200, 200 * s / n
  exit !(n / s >= 200) }' || KEPT=1
exit "$KEPT"
