# shellcheck shell=bash
# The parts of a copy and what holds for all of them. Each part <p> has a file with p_prepare, p_start,
# p_ready, p_health, p_version, p_fingerprint, p_stop_seconds and p_wait_seconds.

# In the order in which they stop: first nobody new comes in, last goes what the others write to.
PARTS=(edge tomcat kamailio mail mysql)

parts_wanted() {
  local part
  for part in "${PARTS[@]}"; do
    [ "$part" != mail ] || [ -n "${DEMO-}" ] || continue
    echo "$part"
  done
}

part_known() {
  local part
  for part in "${PARTS[@]}"; do [ "$part" != "$1" ] || return 0; done
  die "There is no part '$1'. Parts: ${PARTS[*]}."
}

part_ports() {
  case $1 in
    edge) echo "tcp $PORT_HTTP tcp $PORT_HTTPS tcp $PORT_SIP tcp $PORT_EDGE_HEALTH" ;;
    tomcat) echo "tcp $PORT_TOMCAT" ;;
    kamailio) echo "tcp $PORT_SIP_TCP udp $PORT_SIP tcp $PORT_SIP_ADMIN" ;;
    mysql) echo "tcp $PORT_MYSQL" ;;
    mail) echo "tcp $PORT_SMTP tcp $PORT_MAIL" ;;
  esac
}

part_main_port() {
  case $1 in
    edge) echo "$PORT_HTTP" ;;
    tomcat) echo "$PORT_TOMCAT" ;;
    kamailio) echo "$PORT_SIP" ;;
    mysql) echo "$PORT_MYSQL" ;;
    mail) echo "$PORT_MAIL" ;;
  esac
}

# part_launch <part>: starts it unless it runs with what it should run with.
part_launch() {
  local part=$1 wanted record=$PARLEY_HOME/run/$1.config
  wanted=$("${part}_fingerprint")
  if process_runs "$part"; then
    [ "$(cat "$record" 2>/dev/null)" != "$wanted" ] || return 0
    say "  $part: its settings or files changed, it starts again"
    process_stop "$part" "$("${part}_stop_seconds")"
  else
    process_end_orphans "$part"
  fi
  ports_free "$part"
  "${part}_start"
  printf '%s' "$wanted" >"$record"
}

part_await() { process_await "$1" "$("${1}_wait_seconds")" "${1}_ready"; }

# ports_free <part…>: dies naming what strangers hold of the ports these parts need, and what to set.
ports_free() {
  local used part kind port taken=()
  used=$(ports_in_use)
  for part in "$@"; do
    while read -r kind port; do
      ! grep -qx "$kind $port" <<<"$used" || taken+=("$port/$kind ($part)")
    done < <(part_ports "$part" | xargs -n 2)
  done
  [ ${#taken[@]} -eq 0 ] || die "Another program holds port ${taken[*]}. Set PARLEY_PORT_BASE \
(now $PORT_HTTP) to the first of some free ports, for example: \
PARLEY_PORT_BASE=$((PORT_HTTP + 1000)) bin/parley up"
}

part_command() {
  local what=$1 kill=''
  shift
  if [ "${1-}" = --kill ]; then kill=yes; shift; fi
  [ $# -eq 1 ] || die "bin/parley $what <part>; parts: ${PARTS[*]}."
  local part=$1
  part_known "$part"
  [ -d "$PARLEY_HOME/conf/tls" ] || die "There is nothing in $PARLEY_HOME yet: bin/parley up first."
  home_lock
  if [ "$what" != start ]; then
    if [ -n "$kill" ]; then process_kill "$part"; else process_stop "$part" "$("${part}_stop_seconds")"; fi
  fi
  if [ "$what" != stop ]; then
    java_find || true
    part_launch "$part"
    part_await "$part"
  fi
}
