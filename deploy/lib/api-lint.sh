# Holds the API documents against .spectral.yaml. Sourced by deploy/test; needs ROOT. Where node is not at hand it says so
# and is skipped, because nothing else of the suite needs node.

SPECTRAL=@stoplight/spectral-cli@6.16.3

# api_lint → fails when a document has so much as a warning.
api_lint() {
  local documents=("$ROOT"/{credit,standards,indicator}-service/src/main/openapi/openapi.json)
  local extra
  for extra in "$ROOT"/*-service/src/main/resources/asyncapi.yaml "$ROOT"/gateway/src/main/openapi/openapi.json \
    "$ROOT"/gateway/target/docs/openapi.json; do
    [ -e "$extra" ] && documents+=("$extra")
  done
  if ! command -v npx >/dev/null; then
    echo "API documents: not linted, because npx (node 18 or newer) is missing."
    return 0
  fi
  if ! npx --yes --package="$SPECTRAL" -- spectral --version >"$ROOT/.local/logs/api-lint.log" 2>&1; then
    echo "API documents: not linted, because $SPECTRAL could not be fetched; see .local/logs/api-lint.log"
    return 0
  fi
  if npx --yes --package="$SPECTRAL" -- spectral lint --ruleset "$ROOT/.spectral.yaml" --fail-severity warn \
    "${documents[@]}" >"$ROOT/.local/logs/api-lint.log" 2>&1; then
    echo "API documents: ${#documents[@]} linted, clean."
  else
    echo "API documents: not clean."
    grep -v ' information ' "$ROOT/.local/logs/api-lint.log" | head -n 40
    return 1
  fi
}
