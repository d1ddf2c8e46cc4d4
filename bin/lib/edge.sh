# shellcheck shell=bash
# HAProxy: the one door. Its configuration is edge/haproxy.cfg with the marks filled in.

edge_prepare() {
  edge_certificate
  local user='' ipv6=''
  # The listener that faces people needs no rights once its ports are bound.
  [ "$(id -u)" -ne 0 ] || user=$'user nobody\n  group nogroup'
  ! grep -q '^0\{31\}1 ' /proc/net/if_inet6 2>/dev/null || ipv6="bind [::1]:$PORT_HTTP"
  fill_template "$PARLEY_REPO/edge/haproxy.cfg" \
    "USER=$user" "HTTP_IPV6=$ipv6" "BIND=$(bracketed "$(setting parley.bind)")" \
    "HTTP=$PORT_HTTP" "HTTPS=$PORT_HTTPS" "TOMCAT=$PORT_TOMCAT" "SIP=$PORT_SIP" \
    "SIP_TCP=$PORT_SIP_TCP" "HEALTH=$PORT_EDGE_HEALTH" \
    "CERTIFICATE=$PARLEY_HOME/conf/tls/parley.pem" "PAGES=$PARLEY_REPO/edge" |
    write_private "$PARLEY_HOME/conf/haproxy.cfg"
}

# Self-signed until the operator puts a better one in its place (docs/operations.md).
edge_certificate() {
  local pem=$PARLEY_HOME/conf/tls/parley.pem host names
  [ ! -s "$pem" ] || return 0
  host=$(setting parley.public-url)
  host=${host#*://} host=${host%%[:/]*}
  names="DNS:localhost,DNS:$(setting parley.domain),IP:127.0.0.1,IP:::1"
  [[ $host == localhost || ! $host =~ [a-z] ]] || names+=",DNS:$host"
  case $(setting parley.bind) in
    127.0.0.1 | ::1 | 0.0.0.0 | :: | '*') ;;
    *) names+=",IP:$(setting parley.bind)" ;;
  esac
  (
    umask 077
    cd "$PARLEY_HOME/conf/tls" || exit
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 \
      -subj "/CN=$(setting parley.domain)" -addext "subjectAltName=$names" \
      -addext 'extendedKeyUsage=serverAuth' -keyout parley.key -out parley.crt 2>"$PARLEY_HOME/logs/openssl.log" ||
      die "No certificate could be made; see $PARLEY_HOME/logs/openssl.log."
    cat parley.key parley.crt >parley.pem.new
    mv parley.pem.new parley.pem
    rm -f parley.key "$PARLEY_HOME/logs/openssl.log"
  )
}

edge_program() { PATH=$PATH:/usr/sbin command -v haproxy; }

edge_check() { "$(edge_program)" -c -q -f "$PARLEY_HOME/conf/haproxy.cfg"; }

edge_start() { process_spawn edge "$(edge_program)" -W -db -f "$PARLEY_HOME/conf/haproxy.cfg"; }

edge_ready() { curl -fs -m 2 -o /dev/null "http://127.0.0.1:$PORT_EDGE_HEALTH/health"; }
edge_health() { edge_ready; }
edge_version() { "$(edge_program)" -v | sed -n 's/^HAProxy version \([^ ]*\).*/\1/p'; }
edge_stop_seconds() { echo 10; }
edge_wait_seconds() { echo 15; }
edge_fingerprint() { fingerprint_files "$PARLEY_HOME/conf/haproxy.cfg" "$PARLEY_REPO/edge" "$PARLEY_HOME/conf/tls/parley.pem"; }
