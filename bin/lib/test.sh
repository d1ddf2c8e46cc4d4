#!/usr/bin/env bash
# Every check there is, fast ones first. It starts copies of its own on free ports in a folder of its
# own, so it runs beside a product in use or a second test run, and cleans up when interrupted.
set -euo pipefail

PARLEY_REPO=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
PARLEY_LIB=$PARLEY_REPO/bin/lib
# What the caller set for a product in use must not reach the copy under test.
while IFS= read -r name; do unset "$name"; done < <(compgen -e | grep '^PARLEY_' | grep -v -e '^PARLEY_REPO$' -e '^PARLEY_LIB$')

# shellcheck source=bin/lib/all.sh
source "$PARLEY_LIB/all.sh"
# shellcheck source=bin/lib/test-copy.sh
source "$PARLEY_LIB/test-copy.sh"
# shellcheck source=bin/lib/test-results.sh
source "$PARLEY_LIB/test-results.sh"
# shellcheck source=bin/lib/test-sections.sh
source "$PARLEY_LIB/test-sections.sh"

SECTIONS=(static unit database sipp flows)

main() {
  local wanted=("${SECTIONS[@]}") section
  if [ "${1-}" = --only ]; then
    shift
    IFS=', ' read -r -a wanted <<<"$*"
  elif [ $# -gt 0 ]; then
    die "bin/parley test [--only <section>[,<section>…]]; sections: ${SECTIONS[*]}."
  fi
  for section in "${wanted[@]}"; do
    [[ " ${SECTIONS[*]} " == *" $section "* ]] || die "There is no section '$section'. Sections: ${SECTIONS[*]}."
  done

  copy_choose
  packages_ensure test
  for section in "${wanted[@]}"; do
    section_run "$section"
  done
  results_close
}

main "$@"
