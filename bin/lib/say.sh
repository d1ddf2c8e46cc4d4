# shellcheck shell=bash
# Words for people. Everything goes to standard error but what a command was asked to print.

if [ -t 2 ] && [ -z "${NO_COLOR-}" ]; then
  say_bold=$'\e[1m' say_red=$'\e[31m' say_off=$'\e[0m'
else
  say_bold='' say_red='' say_off=''
fi

say() { printf '%s\n' "$*" >&2; }

heading() { printf '\n%s== %s ==%s\n' "$say_bold" "$*" "$say_off" >&2; }

warn() { printf '%sWarning:%s %s\n' "$say_red" "$say_off" "$*" >&2; }

die() {
  printf '%sparley:%s %s\n' "$say_red" "$say_off" "$*" >&2
  exit 1
}

now_ms() { local t=${EPOCHREALTIME/[.,]/}; printf '%s' "$((t / 1000))"; }

# progress <what> <command…>: runs the command with its output in a log, shows a line that grows while
# it lasts, and the log's tail when it fails.
progress() {
  local what=$1 log out in started pid status=0
  shift
  log=$(mktemp "${TMPDIR:-/tmp}/parley-step.XXXXXX")
  # Gone from the folder at once, so that a killed run leaves nothing there.
  exec {out}>"$log" {in}<"$log"
  rm -f "$log"
  started=$(now_ms)
  printf '  %s ' "$what" >&2
  ("$@") >&"$out" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    wait_until 20 not_running "$pid" || printf '.' >&2
  done
  wait "$pid" || status=$?
  if [ "$status" -eq 0 ]; then
    printf ' %s s\n' "$(seconds_since "$started")" >&2
  else
    printf ' failed\n' >&2
    tail -n 40 <&"$in" | sed 's/^/    /' >&2
  fi
  exec {out}>&- {in}<&-
  return "$status"
}

not_running() { ! kill -0 "$1" 2>/dev/null; }

seconds_since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d' $((ms / 1000)) $((ms % 1000 / 100))
}

# wait_until <tenths of a second> <command…>: polls until the command succeeds.
wait_until() {
  local tenths=$1 end
  shift
  end=$(($(now_ms) + tenths * 100))
  until "$@"; do
    [ "$(now_ms)" -lt "$end" ] || return 1
    sleep 0.1
  done
}
