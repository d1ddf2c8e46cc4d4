# shellcheck shell=bash
# Counting: every section leaves results/<section> with "passed failed skipped seconds".

# section_run <name>: its output is shown and kept; a section that fails or counts nothing is a failure.
section_run() {
  local section=$1 started status=0 passed failed skipped
  heading "$section"
  started=$(now_ms)
  : >"$TEST_ROOT/results/$section.counts"
  # In the background, so that a signal is answered at once and not when the section is through.
  (set -o pipefail; (set -e; "section_$section") 2>&1 | colourless | tee "$TEST_REPORT/$section.log") &
  SECTION_PID=$!
  wait "$SECTION_PID" || status=$?
  SECTION_PID=''
  read -r passed failed skipped < <(awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }' \
    "$TEST_ROOT/results/$section.counts")
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    say "The section $section ended with status $status."
    failed=1
  elif [ $((passed + failed)) -eq 0 ]; then
    say "The section $section ran no test."
    failed=1
  fi
  printf '%s %s %s %s\n' "$passed" "$failed" "$skipped" "$(seconds_since "$started")" >"$TEST_ROOT/results/$section"
  printf '%s: %s passed, %s failed, %s skipped\n' "$section" "$passed" "$failed" "$skipped" >&2
}

# Maven and npm colour what they print even where nobody looks.
colourless() { sed -u $'s/\e\\[[0-9;]*m//g'; }

# count <section> <passed> <failed> <skipped>
count() { printf '%s %s %s\n' "$2" "$3" "$4" >>"$TEST_ROOT/results/$1.counts"; }

# check <what> <command…>: one test of the section `static`.
check() {
  local what=$1
  shift
  if "$@"; then
    printf '  ok   %s\n' "$what"
    count static 1 0 0
  else
    printf '  FAIL %s\n' "$what"
    count static 0 1 0
  fi
}

# Surefire's and Failsafe's reports: one <testsuite …> with its totals at the top of each file.
count_junit() {
  local section=$1 folder=$2
  # The flows run under one of two plugins; the other leaves no folder.
  [ -d "$folder" ] || return 0
  find "$folder" -name 'TEST-*.xml' -print0 2>/dev/null | xargs -0 -r -n 1 sed -n '/<testsuite /{p;q}' |
    awk '
      function value(name,   found) {
        found = match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART, RLENGTH) : ""
        gsub(/[^0-9]/, "", found)
        return found + 0
      }
      { bad = value("errors") + value("failures"); left = value("skipped"); print value("tests") - bad - left, bad, left }
    ' >>"$TEST_ROOT/results/$section.counts"
}

# Node's runner ends with "# pass 12" (TAP) or "ℹ pass 12" (spec).
count_node() {
  awk -v OFS=' ' '
    /^(#|ℹ) pass [0-9]+$/ { p += $3 } /^(#|ℹ) fail [0-9]+$/ { f += $3 } /^(#|ℹ) (skipped|todo) [0-9]+$/ { s += $3 }
    END { if (p + f + s) print p + 0, f + 0, s + 0 }
  ' "$2" >>"$TEST_ROOT/results/$1.counts"
}

# A line "N passed, N failed", as the SIP scenarios end.
count_line() {
  sed -n -E 's/^([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$/\1 \2 0\4/p' "$2" | tail -n 1 \
    >>"$TEST_ROOT/results/$1.counts"
}

results_close() {
  local section passed failed skipped seconds all_passed=0 all_failed=0 all_skipped=0
  heading "Summary"
  for section in "${SECTIONS[@]}"; do
    [ -f "$TEST_ROOT/results/$section" ] || continue
    read -r passed failed skipped seconds <"$TEST_ROOT/results/$section"
    printf '  %-9s %5s passed %4s failed %4s skipped %8s s\n' "$section" "$passed" "$failed" "$skipped" "$seconds"
    all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed)) all_skipped=$((all_skipped + skipped))
  done
  if [ "$all_skipped" -gt 0 ]; then
    printf '%s passed, %s failed, %s skipped\n' "$all_passed" "$all_failed" "$all_skipped"
  else
    printf '%s passed, %s failed\n' "$all_passed" "$all_failed"
  fi
  [ "$all_failed" -eq 0 ] || exit 1
}
