# shellcheck shell=bash
# MySQL: an engine in a folder, its own data in $PARLEY_HOME/data/mysql, TCP on loopback only.

mysql_prepare() {
  engine_ensure mysql usr/sbin/mysqld mysql-server-core mysql-client-core
  mysql_write_config
  if [ ! -d "$PARLEY_HOME/data/mysql" ]; then
    progress "Creating the database" mysql_initialise || die "The database could not be created."
  fi
}

mysql_write_config() {
  local engine=$ENGINES/mysql/usr
  write_private "$PARLEY_HOME/conf/mysql.cnf" <<END
[mysqld]
basedir = $engine
lc-messages-dir = $engine/share/mysql
plugin-dir = $engine/lib/mysql/plugin
datadir = $PARLEY_HOME/data/mysql
pid-file = $PARLEY_HOME/data/mysql/mysqld.pid
# Relative to datadir: the path of a socket may be no longer than 107 bytes.
socket = mysqld.sock
bind-address = 127.0.0.1
port = $PORT_MYSQL
mysqlx = OFF
secure-file-priv = NULL
local-infile = OFF
skip-name-resolve
skip-log-bin
character-set-server = utf8mb4
collation-server = utf8mb4_unicode_ci
default-time-zone = +00:00
transaction-isolation = READ-COMMITTED
innodb-buffer-pool-size = $(setting parley.mysql-buffer-pool)
innodb-flush-log-at-trx-commit = 1
max-connections = 300
table-open-cache = 400
performance-schema = OFF
END
}

mysql_server_command() {
  engine_command mysql usr/sbin/mysqld
  MYSQL_SERVER=("${ENGINE[@]}" "--defaults-file=$PARLEY_HOME/conf/mysql.cnf")
  # MySQL asks to be told by name when it shall run as root.
  [ "$(id -u)" -ne 0 ] || MYSQL_SERVER+=(--user=root)
}

# In a folder beside the real one, so that a killed run leaves nothing half made behind.
mysql_initialise() {
  local fresh=$PARLEY_HOME/data/mysql.new script=$PARLEY_HOME/run/mysql-init.sql
  rm -rf "$fresh"
  (umask 077 && mysql_init_sql >"$script")
  mysql_server_command
  "${MYSQL_SERVER[@]}" --datadir="$fresh" --initialize-insecure --init-file="$script" || return
  rm -f "$script"
  mv "$fresh" "$PARLEY_HOME/data/mysql"
}

# Everybody connects over TCP, hence 127.0.0.1; the account that initialisation makes is taken away.
mysql_init_sql() {
  cat <<END
CREATE DATABASE IF NOT EXISTS parley CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE DATABASE IF NOT EXISTS parley_sip CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
END
  mysql_users_sql CREATE root parley kamailio
  cat <<'END'
GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
GRANT ALL PRIVILEGES ON parley.* TO 'parley'@'127.0.0.1';
GRANT SELECT, INSERT, UPDATE, DELETE ON parley_sip.* TO 'kamailio'@'127.0.0.1';
DROP USER IF EXISTS 'root'@'localhost';
END
}

# mysql_users_sql CREATE|ALTER <user…>
mysql_users_sql() {
  local user
  for user in "${@:2}"; do
    printf "%s USER '%s'@'127.0.0.1' IDENTIFIED BY '%s';\n" "$1" "$user" "$(secret_value "$(mysql_secret_of "$user")")"
  done
}

mysql_secret_of() {
  case $1 in
    parley) echo db-portal ;;
    *) echo "db-$1" ;;
  esac
}

# mysql_as <root|parley|kamailio> <argument…>: the client, with the password from a file only its owner reads.
mysql_as() {
  local user=$1 file=$PARLEY_HOME/conf/mysql-client-$1.cnf secret_of
  shift
  secret_of=$(mysql_secret_of "$user")
  if [ ! -f "$file" ] || [ "$PARLEY_HOME/secrets/$secret_of" -nt "$file" ] || ! grep -q "^port=$PORT_MYSQL$" "$file"; then
    write_private "$file" <<END
[client]
host=127.0.0.1
protocol=TCP
port=$PORT_MYSQL
user=$user
password=$(secret_value "$secret_of")
default-character-set=utf8mb4
get-server-public-key
ssl-mode=DISABLED
END
    touch "$file"
  fi
  engine_run mysql usr/bin/mysql "--defaults-file=$file" --batch --skip-column-names "$@"
}

mysql_start() {
  mysql_server_command
  process_spawn mysql "${MYSQL_SERVER[@]}"
}

# One that stands still accepts and never answers, hence the limit.
mysql_ready() { port_open "$PORT_MYSQL" && mysql_as root --connect-timeout=3 -e 'SELECT 1'; }
mysql_health() { mysql_as parley --connect-timeout=3 parley -e 'SELECT 1' >/dev/null 2>&1; }
mysql_version() { sed -n 's/^mysql-server-core_\([^_]*\)_.*/\1/p' "$ENGINES/mysql/.packages"; }
mysql_stop_seconds() { echo 60; }
mysql_wait_seconds() { echo 60; }
mysql_fingerprint() { fingerprint_files "$PARLEY_HOME/conf/mysql.cnf"; }
