# shellcheck shell=bash
# bin/parley up and down.

up() {
  local started
  started=$(now_ms)
  up_options "$@"
  packages_ensure
  home_create
  home_lock
  settings_remember
  up_ports
  up_prepare
  up_start
  up_people
  up_report "$started"
}

# Without --demo an earlier --demo is over.
up_options() {
  DEMO=no
  while [ $# -gt 0 ]; do
    case $1 in
      --demo) DEMO=yes ;;
      *) die "bin/parley up [--demo]" ;;
    esac
    shift
  done
  settings_load fresh
}

# Before anything is fetched or built, so that nobody waits for a start that cannot succeed.
up_ports() {
  local part waiting=()
  for part in $(parts_wanted); do
    process_runs "$part" && continue
    process_end_orphans "$part"
    waiting+=("$part")
  done
  [ ${#waiting[@]} -eq 0 ] || ports_free "${waiting[@]}"
}

up_prepare() {
  local part
  java_find
  mysql_prepare
  for part in $(parts_wanted); do
    [ "$part" = mysql ] || "${part}_prepare"
  done
  build_deploy
}

# The edge first: it tells early visitors to wait. MySQL before those who need it.
up_start() {
  local part wanted
  wanted=$(parts_wanted)
  if [ -z "${DEMO-}" ] && process_runs mail; then process_stop mail "$(mail_stop_seconds)"; fi
  for part in mysql edge mail; do
    ! grep -qx "$part" <<<"$wanted" || part_launch "$part"
  done
  part_await mysql
  database_apply
  part_launch kamailio
  part_launch tomcat
  for part in $wanted; do
    part_await "$part"
  done
}

up_people() {
  if [ -n "${DEMO-}" ]; then people_demo; else people_first_administrator; fi
}

up_report() {
  say ""
  say "Parley is ready after $(seconds_since "$1") s."
  say ""
  printf '  %s\n' "$(setting parley.public-url)" "https://localhost:$PORT_HTTPS   (a certificate of its own making: docs/operations.md)"
  [ -z "${DEMO-}" ] || printf '  http://localhost:%s   mails that were sent\n' "$PORT_MAIL"
  if [ -n "${DEMO-}" ]; then
    printf '\nSign in as\n'
    demo_table
  elif [ -n "${FIRST_ADMINISTRATOR-}" ]; then
    printf '\nSign in as admin with the password %s\nIt is shown this once. More people: bin/parley user add <name>\n' "$FIRST_ADMINISTRATOR"
    people_administrator_shown
  fi
}

down() {
  local part
  [ -d "$PARLEY_HOME/run" ] || return 0
  home_lock
  for part in "${PARTS[@]}"; do
    process_runs "$part" || { process_end_orphans "$part"; continue; }
    printf '  stopping %s\n' "$part" >&2
    [ "$part" != tomcat ] || tomcat_archive_classes
    process_stop "$part" "$("${part}_stop_seconds")"
  done
}
