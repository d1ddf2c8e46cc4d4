# shellcheck shell=bash
# The copy of the product that the tests use: its folder, its ports, its end.

copy_choose() {
  TEST_ROOT=$(mktemp -d "${TMPDIR:-/tmp}/parley-test.XXXXXX")
  TEST_REPORT=$TEST_ROOT/report
  mkdir -p "$TEST_REPORT" "$TEST_ROOT/results"
  trap copy_end EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  trap 'exit 129' HUP
  export PARLEY_HOME=$TEST_ROOT/copy
  # Engines are shared with the product: the same packages need not be fetched twice.
  export PARLEY_ENGINES=$PARLEY_REPO/var/engines
  ports_reserve
  export PARLEY_PORT_BASE
  # A test that waits for "no answer" need not wait half a minute.
  export PARLEY_RING_SECONDS=${TEST_RING_SECONDS:-15}
  DEMO=yes
  settings_load
}

# "Google", an organisation's provider (port base + 47) and "Facebook" (46) are servers that the flows start.
copy_providers() {
  local provider url=http://localhost:$((PARLEY_PORT_BASE + 47))
  (umask 077 && echo not-a-secret >"$TEST_ROOT/oauth-secret")
  for provider in GOOGLE FACEBOOK OIDC; do
    export "PARLEY_OAUTH_${provider}_CLIENT_ID=parley" \
      "PARLEY_OAUTH_${provider}_CLIENT_SECRET_FILE=$TEST_ROOT/oauth-secret"
  done
  export PARLEY_OAUTH_GOOGLE_ISSUER=$url/google PARLEY_OAUTH_OIDC_ISSUER=$url/example
  export PARLEY_OAUTH_OIDC_NAME='Example ID'
  url=http://localhost:$((PARLEY_PORT_BASE + 46))
  export PARLEY_OAUTH_FACEBOOK_AUTHORIZATION_URI=$url/authorize
  export PARLEY_OAUTH_FACEBOOK_TOKEN_URI=$url/token PARLEY_OAUTH_FACEBOOK_USER_INFO_URI=$url/me
}

# A base whose ports are free, and reserved by a lock against a second test run until this one ends.
ports_reserve() {
  local used base offset taken
  used=$(ports_in_use | cut -d' ' -f2)
  for base in $(seq 10000 400 31000 | shuf); do
    exec 5>"${TMPDIR:-/tmp}/parley-ports-$base.lock"
    flock -n 5 || continue
    taken=''
    for offset in $(seq 0 49) 363; do
      ! grep -qx "$((base + offset))" <<<"$used" || { taken=yes; break; }
    done
    [ -n "$taken" ] || { PARLEY_PORT_BASE=$base; return; }
  done
  die "No free ports were found between 10000 and 31400."
}

copy_up() {
  [ ! -f "$TEST_ROOT/demo.json" ] || return 0
  # In a shell of its own: the database tests bring providers, and settings, of their own.
  (copy_providers && "$PARLEY_REPO/bin/parley" up --demo >"$TEST_REPORT/up.log") || return
  "$PARLEY_REPO/bin/parley" demo --json >"$TEST_ROOT/demo.json"
}

copy_end() {
  local status=$?
  trap - EXIT INT TERM HUP
  set +e
  process_kill_tree "${SECTION_PID-}"
  mariadb_stop
  [ ! -d "$PARLEY_HOME/run" ] || "$PARLEY_REPO/bin/parley" down
  # Above 128 somebody interrupted it: nothing to find out.
  if [ "$status" -ne 0 ] && [ "$status" -lt 128 ]; then copy_keep; fi
  rm -rf "$TEST_ROOT"
  rm -f "${TMPDIR:-/tmp}/parley-ports-$PARLEY_PORT_BASE.lock"
  exit "$status"
}

# What helps to find out why: logs, reports, screenshots; no secrets, no data.
copy_keep() {
  local kept
  kept=$PARLEY_REPO/var/test-failures/$(date -u +%Y%m%dT%H%M%SZ)-$$
  mkdir -p "$kept"
  cp -r "$TEST_REPORT/." "$kept/"
  [ ! -d "$PARLEY_HOME/logs" ] || cp -r "$PARLEY_HOME/logs" "$kept/logs"
  say "Logs, reports and screenshots are kept in $kept"
}

# MariaDB, with private data and loopback only: the second database that the portal supports.
mariadb_start() {
  local data=$TEST_ROOT/mariadb password
  password=$(secret_value db-portal)
  mkdir -p "$data" "$data-tmp"
  # A server that starts clears the temporary tables of its folder, whoever they belong to.
  MARIADB_OPTIONS=(--no-defaults "--datadir=$data" "--tmpdir=$data-tmp" --socket=mariadbd.sock --bind-address=127.0.0.1
    "--port=$((PARLEY_PORT_BASE + 48))" --skip-name-resolve --skip-log-bin
    --innodb-buffer-pool-size=64M "--pid-file=$data/mariadbd.pid"
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --default-time-zone=+00:00
    --transaction-isolation=READ-COMMITTED)
  [ "$(id -u)" -ne 0 ] || MARIADB_OPTIONS+=(--user=root)
  mariadb-install-db "${MARIADB_OPTIONS[@]:0:3}" "--user=$(id -un)" --skip-test-db >"$TEST_REPORT/mariadb-install.log" 2>&1
  (
    umask 077
    printf "CREATE DATABASE parley_test CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;\nCREATE USER 'parley'@'127.0.0.1' IDENTIFIED BY '%s';\nGRANT ALL ON parley_test.* TO 'parley'@'127.0.0.1';\n" \
      "$password" >"$TEST_ROOT/mariadb.sql"
  )
  process_spawn mariadb /usr/sbin/mariadbd "${MARIADB_OPTIONS[@]}" "--init-file=$TEST_ROOT/mariadb.sql"
  process_await mariadb 30 port_open "$((PARLEY_PORT_BASE + 48))"
}

mariadb_stop() { process_stop mariadb 20; }
