#!/usr/bin/env bash
# bench/run.sh [--record] [--rounds <n>] [name…]: measurements, each beside a baseline run in the same
# minute. With PARLEY_HOME set they run against that copy, which is started if it does not run and then
# stopped again; without it a fresh copy is made on free ports and removed at the end. See README.md.
set -euo pipefail

PARLEY_REPO=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
PARLEY_LIB=$PARLEY_REPO/bin/lib
# shellcheck source=bin/lib/all.sh
source "$PARLEY_LIB/all.sh"
# shellcheck source=bin/lib/test-copy.sh
source "$PARLEY_LIB/test-copy.sh"

main() {
  case ${1-} in -h | --help) exec node "$PARLEY_REPO/bench/main.js" --help ;; esac
  export PATH=$PATH:/usr/sbin
  packages_ensure test
  install_modules
  if [ -n "${PARLEY_HOME-}" ]; then
    settings_load
    export PARLEY_HOME
    if ! process_runs tomcat; then
      trap given_copy_end EXIT
      trap 'exit 130' INT
      trap 'exit 143' TERM HUP
      "$PARLEY_REPO/bin/parley" up --demo >&2
      settings_load
    fi
  else
    copy_choose
    copy_up >&2
  fi
  describe_copy
  "$PARLEY_REPO/bench/main.js" "$@"
}

given_copy_end() {
  trap - EXIT
  "$PARLEY_REPO/bin/parley" down
}

# The pages' modules (the baseline loads the same sipML5) and the drivers' own.
install_modules() {
  "$PARLEY_LIB/npm-ci" >&2
  (
    cd "$PARLEY_REPO/bench"
    stamp=node_modules/.installed-lock
    cmp -s package-lock.json "$stamp" && exit
    npm ci --no-fund --no-audit --loglevel=error >&2
    cp package-lock.json "$stamp"
  )
}

# What the drivers have to know of the copy; secrets stay in their files.
describe_copy() {
  export BENCH_URL=http://localhost:$PORT_HTTP BENCH_DOMAIN
  BENCH_DOMAIN=$(setting parley.domain)
  export BENCH_PORT_HTTP=$PORT_HTTP BENCH_PORT_SIP_TCP=$PORT_SIP_TCP BENCH_PORT_MYSQL=$PORT_MYSQL
}

main "$@"
