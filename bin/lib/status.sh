# shellcheck shell=bash
# What runs, and how it is.

status() {
  local part json=() pid health port version
  for part in $(parts_wanted); do
    pid=$(process_pid "$part") || pid=''
    port=$(part_main_port "$part")
    version=$("${part}_version" 2>/dev/null) || version=''
    health=$(part_health "$part" "$pid")
    if [ "${1-}" = --json ]; then
      json+=("$(jq -cn --arg name "$part" --argjson port "$port" --argjson pid "${pid:-null}" \
        --arg version "$version" --arg health "$health" '$ARGS.named')")
    else
      printf '%-9s %-8s port %-6s process %-8s %s\n' "$part" "$health" "$port" "${pid:--}" "$version"
    fi
  done
  [ "${1-}" != --json ] || printf '%s\n' "${json[@]}" | jq -s '{parts: .}'
}

# up: answers; down: runs, but does not answer; stopped: does not run.
part_health() {
  if [ -z "$2" ]; then
    echo stopped
  elif "${1}_health" >/dev/null 2>&1; then
    echo up
  else
    echo down
  fi
}

logs() {
  local files
  if [ $# -gt 0 ]; then
    part_known "$1"
    files=("$PARLEY_HOME/logs/$1.log")
  else
    files=("$PARLEY_HOME"/logs/*.log)
  fi
  [ -e "${files[0]}" ] || die "There are no logs yet in $PARLEY_HOME/logs."
  exec tail -n 100 -F "${files[@]}"
}
