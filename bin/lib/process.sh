# shellcheck shell=bash
# Processes that belong to this copy. run/<part>.pid holds the process id; run/<part>.started holds its
# start time and the boot, so that a reused id is never mistaken for ours.

# When a process began, as the kernel counts it: field 22 behind the name in parentheses.
process_start_time() {
  local stat
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  stat=${stat##*) }
  # shellcheck disable=SC2086 # split on purpose
  set -- $stat
  printf '%s %s' "${20}" "$(</proc/sys/kernel/random/boot_id)"
}

# process_pid <part>: prints the id if the part runs.
process_pid() {
  local pid run=$PARLEY_HOME/run state
  [ -s "$run/$1.pid" ] && [ -s "$run/$1.started" ] || return 1
  pid=$(<"$run/$1.pid")
  [ "$(process_start_time "$pid")" = "$(<"$run/$1.started")" ] || return 1
  state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$pid/status" 2>/dev/null)
  [ -n "$state" ] && [ "$state" != Z ] || return 1
  printf '%s' "$pid"
}

process_runs() { process_pid "$1" >/dev/null; }

# process_spawn <part> <command…>: starts it in a session of its own with its log.
process_spawn() {
  local part=$1 log=$PARLEY_HOME/logs/$1.log
  shift
  if [ -f "$log" ] && [ "$(stat -c %s "$log")" -gt 20000000 ]; then mv -f "$log" "$log.1"; fi
  setsid --fork "$PARLEY_LIB/launch.sh" "$PARLEY_HOME/run/$part" "$@" </dev/null >>"$log" 2>&1
  wait_until 50 process_recorded "$part" || die "$part could not be launched."
}

process_recorded() { [ -s "$PARLEY_HOME/run/$1.pid" ]; }

# process_stop <part> <seconds to wait before signal 9>
process_stop() {
  local pid
  pid=$(process_pid "$1") || { process_end_orphans "$1"; return 0; }
  kill -TERM "$pid" 2>/dev/null || true
  if ! wait_until "$(($2 * 10))" process_gone "$1"; then
    warn "$1 did not stop within $2 s and is killed."
  fi
  process_kill_group "$pid"
  process_forget "$1"
}

process_kill() {
  local pid
  pid=$(process_pid "$1") || { process_end_orphans "$1"; return 0; }
  process_kill_group "$pid"
  wait_until 50 process_gone "$1" || die "$1 (process $pid) could not be killed."
  process_forget "$1"
}

# Each part leads a group of its own; children that outlive it hold its ports.
process_kill_group() {
  ! process_group_gone "$1" || return 0
  kill -KILL -- "-$1" 2>/dev/null || return 0
  wait_until 50 process_group_gone "$1" || warn "Children of process $1 are still there."
}

# process_end_orphans <part>: what a part left behind whose first process was killed. The id of a group
# is not given away again while somebody is in it.
process_end_orphans() {
  local pid run=$PARLEY_HOME/run boot
  boot=$(</proc/sys/kernel/random/boot_id)
  if [ -s "$run/$1.pid" ] && [ -s "$run/$1.started" ] && [[ $(<"$run/$1.started") == *" $boot" ]]; then
    pid=$(<"$run/$1.pid")
    if ! grep -q '^State:[[:space:]]*[^Z]' "/proc/$pid/status" 2>/dev/null; then process_kill_group "$pid"; fi
  fi
  process_forget "$1"
}

process_gone() { ! process_runs "$1"; }
# A zombie that nobody has collected yet holds nothing.
process_group_gone() { ! ps -eo pgid=,stat= | awk -v group="$1" '$1 == group && $2 !~ /^Z/ { found = 1 } END { exit !found }'; }
process_forget() { rm -f "$PARLEY_HOME/run/$1.pid" "$PARLEY_HOME/run/$1.started"; }

# process_await <part> <seconds> <ready command…>: until it answers; its log's tail when it does not.
process_await() {
  local part=$1 end=$(($(now_ms) + $2 * 1000))
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ! process_runs "$part"; then
      process_tail "$part" "$part ended while it was starting."
    elif [ "$(now_ms)" -ge "$end" ]; then
      process_tail "$part" "$part runs, but does not answer."
    fi
    sleep 0.1
  done
}

process_tail() {
  say "The end of $PARLEY_HOME/logs/$1.log:"
  tail -n 25 "$PARLEY_HOME/logs/$1.log" | sed 's/^/    /' >&2
  die "$2"
}

# process_kill_tree <pid>: it and all that it started, the youngest first.
process_kill_tree() {
  local child
  [ -n "$1" ] || return 0
  for child in $(pgrep -P "$1"); do process_kill_tree "$child"; done
  kill -TERM "$1" 2>/dev/null || true
}

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Local ports that somebody listens on (TCP) or has bound (UDP), one "tcp 8080" a line.
ports_in_use() {
  local file hex
  for file in tcp udp; do
    cat "/proc/net/$file" "/proc/net/${file}6" 2>/dev/null |
      awk -v kind="$file" '$4 == "0A" || (kind == "udp" && $4 == "07") { split($2, a, ":"); print a[length(a)] }' |
      sort -u | while read -r hex; do echo "$file $((16#$hex))"; done
  done
}
