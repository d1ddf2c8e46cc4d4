# shellcheck shell=bash
# Kamailio: sip/kamailio/kamailio.cfg reads $PARLEY_HOME/conf/kamailio.local.cfg, which is
# sip/kamailio/local.cfg.template with the marks filled in.

kamailio_prepare() {
  local ipv6=''
  ! grep -q '^0\{31\}1 ' /proc/net/if_inet6 2>/dev/null || ipv6='#!define PARLEY_IPV6'
  fill_template "$PARLEY_REPO/sip/kamailio/local.cfg.template" \
    "DOMAIN=$(setting parley.domain)" "ORIGINS=$(kamailio_origins)" \
    "BIND=$(bracketed "$(setting parley.bind)")" "ADVERTISE=$(bracketed "$(setting parley.sip-address)")" \
    "SIP_PORT=$PORT_SIP" "EDGE_PORT=$PORT_SIP_TCP" "ADMIN_PORT=$PORT_SIP_ADMIN" \
    "DB_HOST=127.0.0.1" "DB_PORT=$PORT_MYSQL" "DB_PASSWORD=$(secret_value db-kamailio)" \
    "EPHEMERAL_SECRET=$(secret_value sip-ephemeral 32)" \
    "RING_SECONDS=$(setting parley.ring-seconds)" \
    "MESSAGE_MAX_BYTES=$(setting parley.message-max-bytes)" "RUN_DIR=$PARLEY_HOME/run" \
    "IPV6=$ipv6" |
    write_private "$PARLEY_HOME/conf/kamailio.local.cfg"
}

# Where the portal's pages may come from, as a browser's Origin header names it.
kamailio_origins() {
  local origin origins=''
  for origin in "http://localhost:$PORT_HTTP" "http://127.0.0.1:$PORT_HTTP" "https://localhost:$PORT_HTTPS" \
    "https://127.0.0.1:$PORT_HTTPS" "https://$(bracketed "$(setting parley.sip-address)"):$PORT_HTTPS" \
    "$(origin_of "$(setting parley.public-url)")"; do
    [[ " $origins " == *" $origin "* ]] || origins+=${origins:+ }$origin
  done
  printf '%s' "$origins"
}

# Scheme, host and port; a browser leaves out the port that the scheme implies.
origin_of() {
  local scheme=${1%%://*} rest=${1#*://}
  rest=${rest%%/*}
  case $scheme:$rest in
    https:*:443 | http:*:80) rest=${rest%:*} ;;
  esac
  printf '%s://%s' "$scheme" "$rest"
}

kamailio_program() { PATH=$PATH:/usr/sbin command -v kamailio; }

# It runs in conf/, where its configuration looks for kamailio.local.cfg and kamailio.operator.cfg.
kamailio_command() {
  KAMAILIO=("$(kamailio_program)" -f "$PARLEY_REPO/sip/kamailio/kamailio.cfg"
    -Y "$PARLEY_HOME/run" -m "$(setting parley.kamailio-memory)" -M 16)
  # What faces the network needs no rights once it has read its configuration and bound its ports.
  [ "$(id -u)" -ne 0 ] || KAMAILIO+=(-u nobody -g nogroup)
}

kamailio_check() {
  kamailio_command
  cd "$PARLEY_HOME/conf"
  "${KAMAILIO[@]}" -c
}

kamailio_start() {
  kamailio_command
  # One that gave up its rights cannot take its sockets away when it ends.
  rm -f "$PARLEY_HOME"/run/kamailio_*
  (cd "$PARLEY_HOME/conf" && process_spawn kamailio "${KAMAILIO[@]}" -DD -E)
}

# kamailio_rpc <command…>: through the control socket, which only this user reaches. One that stands
# still accepts and never answers.
kamailio_rpc() { timeout 3 kamcmd -s "unix:$PARLEY_HOME/run/kamailio_ctl" "$@"; }

# kamailio_knows <table in memory> <key>; kamcmd tells of an error, but ends well all the same.
kamailio_knows() { kamailio_rpc htable.get "$1" "$2" 2>/dev/null | grep -qE '^[[:space:]]*value: '; }

# Until it has read who exists it refuses everybody with 503.
kamailio_ready() {
  kamailio_rpc pv.shvGet accountsLoaded | grep -qE '^[[:space:]]*value: 1$' && port_open "$PORT_SIP_TCP"
}
kamailio_health() { kamailio_ready; }
kamailio_version() { "$(kamailio_program)" -v | sed -n '1s/^version: kamailio \([^ ]*\).*/\1/p'; }
kamailio_stop_seconds() { echo 15; }
kamailio_wait_seconds() { echo 20; }
kamailio_fingerprint() {
  {
    fingerprint_files "$PARLEY_REPO/sip/kamailio" "$PARLEY_HOME/conf/kamailio.local.cfg" \
      "$PARLEY_HOME/conf/kamailio.operator.cfg"
    setting parley.kamailio-memory
  } | fingerprint
}
