#!/usr/bin/env bash
# SIP scenarios against a running Kamailio with its database:
#
#   run.sh <host> <sip-port> [scenario…]
#
# Environment (bin/parley test sets PARLEY_HOME; the rest follows from it):
#   PARLEY_HOME            the copy under test
#   PARLEY_SIPP_DOMAIN     SIP domain                       (parley.domain)
#   PARLEY_SIPP_SECRET     file with the secret             ($PARLEY_HOME/secrets/sip-ephemeral)
#   PARLEY_SIPP_SQL        command that reads SQL, prints rows without header; may change accounts
#   PARLEY_SIPP_LOGS       where messages and errors are kept
#
# The people alice, bob, carol and dave must exist and must not be registered.
set -euo pipefail

[ $# -ge 2 ] || { sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2; }
HOST=$1 SIP_PORT=$2
shift 2
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
COMMON=$HERE/common
# shellcheck source=src/test/sipp/lib.sh
source "$HERE/lib.sh"

SECRET_FILE=${PARLEY_SIPP_SECRET:-${PARLEY_HOME-}/secrets/sip-ephemeral}
[ -r "$SECRET_FILE" ] || { echo "No secret at $SECRET_FILE: set PARLEY_HOME or PARLEY_SIPP_SECRET." >&2; exit 2; }
DOMAIN=${PARLEY_SIPP_DOMAIN:-${PARLEY_DOMAIN:-parley.localhost}}
LOGS=${PARLEY_SIPP_LOGS:-$(mktemp -d)}
mkdir -p "$LOGS"

if [ -n "${PARLEY_SIPP_SQL-}" ]; then
  sql() { bash -c "$PARLEY_SIPP_SQL"; }
else
  PARLEY_REPO=$(cd "$HERE/../../.." && pwd)
  PARLEY_LIB=$PARLEY_REPO/bin/lib
  # shellcheck source=bin/lib/all.sh
  source "$PARLEY_LIB/all.sh"
  settings_load
  sql() { mysql_as root parley; }
fi

NEXT_PORT=$((33000 + RANDOM % 20000)) PLAYED=0 passed=0 failed=0 number=0
BACKGROUND=()

# A scenario is a folder: its script says what is expected, its XML files what is said. It runs in a
# subshell; the second argument moves its ports away from those of others.
scenario() {
  SCENARIO=$1
  NEXT_PORT=$((NEXT_PORT + ${2:-0}))
  BACKGROUND=() REGISTERED=()
  trap leave EXIT
  BEGINNING=$(sql <<<"SELECT COALESCE(MAX(id), 0) FROM journal")
  cd "$HERE/$SCENARIO"
  # shellcheck source=/dev/null
  source ./scenario.sh
}

report() {
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok    $1"
  else
    failed=$((failed + 1))
    echo "FAIL  $1"
  fi
}

names=("$@")
if [ ${#names[@]} -eq 0 ]; then
  for script in "$HERE"/*/scenario.sh; do names+=("$(basename "$(dirname "$script")")"); done
fi

# Waiting for "no answer" takes the ring time: it runs beside the others, with dave, whom they leave alone.
ringing_pid=''
for name in "${names[@]}"; do
  [ "$name" = call-no-answer ] || continue
  (set -e; scenario call-no-answer 5000) &
  ringing_pid=$!
done
for name in "${names[@]}"; do
  [ "$name" != call-no-answer ] || continue
  number=$((number + 1))
  # A subshell of its own, so that `set -e` counts: every command of a scenario is a check.
  set +e
  (set -e; scenario "$name" $((60 * number)))
  status=$?
  set -e
  report "$name" "$status"
done
if [ -n "$ringing_pid" ]; then
  status=0
  wait "$ringing_pid" || status=$?
  report call-no-answer "$status"
fi

[ "$failed" -eq 0 ] || echo "What was said is in $LOGS"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
