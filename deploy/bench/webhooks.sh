#!/usr/bin/env bash
# Signed deliveries a second: EVENTS events through Kafka to 20 webhooks each, at a receiver on this machine.
# Usage: webhooks.sh [EVENTS]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
events=${1:-2000}
machine
two_cores
build_when_changed
# What the bench subscribes to must not find what an earlier run has left.
start_suite --fresh --no-seed --peak
(tool WebhookFanOut --webhooks 20 --events "$events" --limit 2000 \
  --gateway "http://127.0.0.1:$(port gateway)" --identity "http://localhost:$(port keycloak)/realms/quality" \
  --kafka "127.0.0.1:$(port kafka)")
