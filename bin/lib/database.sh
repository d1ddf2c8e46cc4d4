# shellcheck shell=bash
# Schemas and grants. What was applied is written down beside the data, so an unchanged database costs
# a second run nothing.

database_apply() {
  local wanted stamp=$PARLEY_HOME/data/mysql.applied
  wanted=$(database_fingerprint)
  if [ -f "$stamp" ] && [ "$(<"$stamp")" = "$wanted" ]; then return 0; fi
  progress "Bringing the database up to date" database_migrate || die "The database could not be brought up to date."
  printf '%s' "$wanted" >"$stamp"
}

database_fingerprint() {
  {
    fingerprint_files "$PARLEY_REPO/sql" "$PARLEY_HOME/secrets/db-root" \
      "$PARLEY_HOME/secrets/db-portal" "$PARLEY_HOME/secrets/db-kamailio"
    stat -c %W "$PARLEY_HOME/data/mysql"
  } | fingerprint
}

# Kamailio's own tables, the portal's migrations, then what Kamailio may see of the portal's.
database_migrate() {
  local file
  # Tells the server of passwords that were replaced.
  mysql_users_sql ALTER parley kamailio | mysql_as root || return
  for file in "$PARLEY_REPO"/sql/kamailio/*.sql; do
    case $file in */grants.sql) continue ;; esac
    mysql_as root parley_sip <"$file" || return
  done
  cli migrate || return
  mysql_as root <"$PARLEY_REPO/sql/kamailio/grants.sql"
}
