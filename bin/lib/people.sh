# shellcheck shell=bash
# Accounts: the administrator of a new copy, the demo people, and bin/parley user.

DEMO_PEOPLE='alice|Alice Archer|EMPLOYEE
bob|Bob Baker|EMPLOYEE
carol|Carol Chan|EMPLOYEE
dave|Dave Diaz|EMPLOYEE
admin|Admin|ADMIN'

demo_file() { printf '%s' "$PARLEY_HOME/secrets/demo.json"; }

# Seeding is idempotent; the stamp only spares the JVM's start.
people_demo() {
  local stamp=$PARLEY_HOME/data/mysql.demo file
  file=$(demo_file)
  [ -s "$file" ] || demo_write
  [ "$(cat "$stamp" 2>/dev/null)" != "$(database_fingerprint)" ] || return 0
  progress "Making the demo people" cli demo "$file" || die "The demo people could not be made."
  wait_until 100 people_known || die "Kamailio does not learn of new people."
  database_fingerprint >"$stamp"
}

people_known() {
  local name
  while IFS='|' read -r name _; do
    kamailio_knows account "$name" || return 1
  done <<<"$DEMO_PEOPLE"
}

# Passwords are words of letters and digits that a person can copy: five groups of four.
demo_write() {
  local name full role
  while IFS='|' read -r name full role; do
    jq -n --arg username "$name" --arg name "$full" --arg role "$role" \
      --rawfile password <(readable_password) \
      '{username: $username, password: ($password | rtrimstr("\n")), name: $name, role: $role}'
  done <<<"$DEMO_PEOPLE" |
    jq -s --arg base "$(setting parley.public-url)" --arg domain "$(setting parley.domain)" \
      '{baseUrl: $base, domain: $domain, people: .}' | write_private "$(demo_file)"
}

readable_password() { openssl rand -hex 8 | sed -E 's/(.{4})(.{4})(.{4})(.{4})/\1-\2-\3-\4/'; }

# A copy without demo people starts with one administrator, whose password is printed once.
people_first_administrator() {
  local file=$PARLEY_HOME/secrets/admin-password
  [ ! -f "$file.shown" ] || return 0
  [ -s "$file" ] || readable_password | write_private "$file"
  if [ "$(mysql_as root parley -e "SELECT COUNT(*) FROM account WHERE role = 'ADMIN'")" = 0 ]; then
    progress "Making the administrator" people_add_administrator "$file" ||
      die "The administrator could not be made."
  elif [ -f "$(demo_file)" ]; then
    # A demo that goes on without --demo has its administrator already.
    return 0
  fi
  FIRST_ADMINISTRATOR=$(<"$file")
}

people_add_administrator() { cli user add admin --name Administrator --admin --stdin <"$1"; }

people_administrator_shown() {
  [ -n "${FIRST_ADMINISTRATOR-}" ] || return 0
  rm -f "$PARLEY_HOME/secrets/admin-password"
  : >"$PARLEY_HOME/secrets/admin-password.shown"
}

user_command() {
  case ${1-} in
    add | passwd | disable | enable | list | device | reset-factor) ;;
    *) die "bin/parley user add|passwd|disable|enable|list|device|reset-factor <name>" ;;
  esac
  process_runs mysql || die "The database is not running: bin/parley up first."
  cli user "$@"
}

demo_command() {
  [ -s "$(demo_file)" ] || die "There are no demo people here: bin/parley up --demo makes them."
  if [ "${1-}" = --json ]; then
    jq --arg base "$(setting parley.public-url)" --arg domain "$(setting parley.domain)" \
      --arg mail "http://127.0.0.1:$PORT_MAIL" \
      '.baseUrl = $base | .domain = $domain | .mailUrl = $mail' "$(demo_file)"
  else
    demo_table
  fi
}

demo_table() {
  jq -r '.people[] | [.username, .password, .name, (.role | ascii_downcase)] | @tsv' "$(demo_file)" |
    while IFS=$'\t' read -r username password name role; do
      printf '  %-8s %s   %s (%s)\n' "$username" "$password" "$name" "$role"
    done
}
