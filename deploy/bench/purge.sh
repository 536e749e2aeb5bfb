#!/usr/bin/env bash
# From sending the publication of a list entry to the gateway's cached answer being gone: a part of what effect-latency.sh
# measures, by itself. purge.sh N repeats it N times.
exec "$(dirname "${BASH_SOURCE[0]}")/effect-latency.sh" "$@" | grep -v 'standards-service\|indicator-service'
