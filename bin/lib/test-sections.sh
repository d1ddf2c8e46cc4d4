# shellcheck shell=bash
# What each section does. docs/testing.md describes them.

section_static() {
  local script
  home_create
  cd "$PARLEY_REPO"
  while read -r script; do
    check "shellcheck $script" shellcheck -x -P "$PARLEY_REPO" "$script"
  done < <(static_scripts)
  check "docs/configuration.md names every setting" settings_documented
  edge_prepare
  check "haproxy -c" edge_check
  kamailio_prepare
  check "kamailio -c" quietly kamailio_check
}

# Programs, each with what it reads by `source`; fragments are checked through them.
static_scripts() {
  git -C "$PARLEY_REPO" ls-files -co --exclude-standard |
    while read -r script; do
      [ -f "$script" ] || continue
      case $script in
        tomcat-conf/setenv.sh) echo "$script" ;;
        *) ! head -n 1 "$script" | grep -qaE '^#!.*\b(ba)?sh\b' || echo "$script" ;;
      esac
    done
}

settings_documented() {
  local key
  while IFS='|' read -r key _; do
    grep -qF "| \`$key\` |" "$PARLEY_REPO/docs/configuration.md" || { echo "$key is missing."; return 1; }
  done < <(settings_table)
}

# Its output only when it fails.
quietly() {
  local output
  if ! output=$("$@" 2>&1); then
    printf '%s\n' "$output" | tail -n 30
    return 1
  fi
}

section_unit() { build_locked unit_tests; }

unit_tests() {
  local sources status=0
  sources=$(build_core_fingerprint)
  rm -rf "$PARLEY_REPO/target/surefire-reports"
  maven verify | colourless | tee "$TEST_REPORT/unit-maven.log" || status=$?
  count_junit unit "$PARLEY_REPO/target/surefire-reports"
  count_node unit "$TEST_REPORT/unit-maven.log"
  # What was built is what the copy below runs: it need not be built again.
  [ "$status" -ne 0 ] || printf '%s' "$sources" >"$PARLEY_REPO/target/.parley-built"
  return "$status"
}

maven() { (cd "$PARLEY_REPO" && java_find && mvn -B -q -Dstyle.color=never "$@"); }

section_database() {
  home_create
  build_locked database_tests
}

# Built once, then tried on both at the same time: each run spends half of it waiting for its database.
database_tests() {
  local status=0 mysql_pid
  rm -rf "$PARLEY_REPO/target/failsafe-reports"
  mysql_prepare
  part_launch mysql
  mariadb_start
  maven test-compile -Pdatabase -Dquick=true
  part_await mysql
  mysql_as root -e "CREATE DATABASE IF NOT EXISTS parley_test CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
    GRANT ALL ON parley_test.* TO 'parley'@'127.0.0.1'"
  database_tests_on MySQL "$(portal_jdbc_url parley_test)" >"$TEST_REPORT/database-mysql.log" 2>&1 &
  mysql_pid=$!
  printf 'MariaDB:\n'
  database_tests_on MariaDB "jdbc:mariadb://127.0.0.1:$((PARLEY_PORT_BASE + 48))/parley_test?sslMode=disable" || status=$?
  wait "$mysql_pid" || status=$?
  printf 'MySQL:\n'
  cat "$TEST_REPORT/database-mysql.log"
  count_junit database "$PARLEY_REPO/target/failsafe-reports"
  cp -r "$PARLEY_REPO/target/failsafe-reports" "$TEST_REPORT/"
  mysql_as root -e 'DROP DATABASE parley_test'
  mariadb_stop
  return "$status"
}

database_tests_on() {
  PARLEY_TEST_DB_URL=$2 PARLEY_TEST_DB_USER=parley PARLEY_TEST_DB_PASSWORD_FILE=$(secret db-portal) \
    maven failsafe:integration-test failsafe:verify -Pdatabase "-Dparley.database=$1"
}

section_sipp() {
  local status=0
  copy_up
  "$PARLEY_REPO/src/test/sipp/run.sh" 127.0.0.1 "$PORT_SIP" 5>&- | tee "$TEST_REPORT/sipp-run.log" || status=$?
  count_line sipp "$TEST_REPORT/sipp-run.log"
  return "$status"
}

section_flows() {
  copy_up
  mkdir -p "$PARLEY_REPO/var"
  (
    flock -n 4 || { say "Waiting for the flows of another test run."; flock 4; }
    flow_tests 4>&- 5>&-
  ) 4>"$PARLEY_REPO/var/flows.lock"
}

flow_tests() {
  local status=0 target=$PARLEY_REPO/selenium-tests/target
  rm -rf "$target"/{surefire-reports,failsafe-reports,screenshots}
  maven -f "$PARLEY_REPO/selenium-tests/pom.xml" verify "-Dparley.demo=$TEST_ROOT/demo.json" || status=$?
  count_junit flows "$target/surefire-reports"
  count_junit flows "$target/failsafe-reports"
  if [ "$status" -ne 0 ]; then
    for folder in surefire-reports failsafe-reports screenshots; do
      [ ! -d "$target/$folder" ] || cp -r "$target/$folder" "$TEST_REPORT/flows-$folder"
    done
  fi
  return "$status"
}
