# shellcheck shell=bash
# Every setting with its default. An environment variable (parley.some-thing = PARLEY_SOME_THING) wins
# over $PARLEY_HOME/parley.properties, which wins over the default. What `up` was told through the
# environment holds for later commands too, until the next `up`.

declare -A SETTING=() SETTING_FROM=()

# key|default|what it is. A default in angle brackets is worked out in settings_load.
settings_table() {
  cat <<'END'
parley.port-base|8080|First of the ports; the others follow from it (docs/configuration.md).
parley.bind|127.0.0.1|Address on which HTTPS and SIP are offered. Plain HTTP stays on loopback.
parley.sip-address|<parley.bind>|Address of this machine as SIP phones reach it; needed when parley.bind is 0.0.0.0.
parley.domain|parley.localhost|SIP domain: the part of an address behind the @.
parley.public-url|<http://localhost:port-base>|What people type into the browser; links in mails use it.
parley.organisation|Parley|Name shown on the pages.
parley.language|en|Language in which people are written to who have chosen none, invitations among them: en or de.
parley.registration|<closed; approval with --demo>|Who may make an account: open, approval or closed.
parley.ring-seconds|30|How long a call rings before it counts as not answered.
parley.message-max-bytes|16384|Longest message.
parley.credential-minutes|60|How long a browser's SIP credential is valid; it is renewed silently.
parley.session-hours|12|How long a sign-in lasts without use.
parley.sip-name-grace-hours|720|How long a SIP name goes on ringing after its owner has taken another.
parley.offline-mail-seconds|600|How long a message waits unread before it is mailed, unless its recipient has chosen otherwise.
parley.mail.host|<none; 127.0.0.1 with --demo>|SMTP server for outgoing mail; empty means no mail.
parley.mail.port|<25; port-base + 6 with --demo>|Its port.
parley.mail.tls|<starttls; none with --demo>|none, starttls or tls.
parley.mail.user||User name at the SMTP server, if it wants one.
parley.mail.password-file||File that holds the password at the SMTP server.
parley.mail.from|<parley@domain>|Sender of outgoing mail.
parley.second-factor|optional|Of whom a second factor is required: optional, admins or everybody.
parley.oauth.google.client-id||Client id of sign-in with Google; empty means no such button.
parley.oauth.google.client-secret-file||File that holds the client secret.
parley.oauth.google.issuer|https://accounts.google.com|Who Google is for machines; its addresses are asked for there.
parley.oauth.facebook.client-id||Client id of sign-in with Facebook; empty means no such button.
parley.oauth.facebook.client-secret-file||File that holds the client secret.
parley.oauth.facebook.authorization-uri|https://www.facebook.com/v23.0/dialog/oauth|Where people are sent.
parley.oauth.facebook.token-uri|https://graph.facebook.com/v23.0/oauth/access_token|Where a code is changed for a token.
parley.oauth.facebook.user-info-uri|https://graph.facebook.com/v23.0/me?fields=id,name,email,picture.width(512).height(512)|Where to ask who it is.
parley.oauth.oidc.name|OpenID|What the button of the organisation's own OpenID Connect provider says.
parley.oauth.oidc.client-id||Client id there; empty means no such button.
parley.oauth.oidc.client-secret-file||File that holds the client secret.
parley.oauth.oidc.issuer||Who the provider is for machines; its addresses are asked for there, unless they are set.
parley.oauth.oidc.authorization-uri||Where people are sent; when set, the next ones are needed too.
parley.oauth.oidc.token-uri||Where a code is changed for a token.
parley.oauth.oidc.jwk-set-uri||The provider's public keys.
parley.oauth.oidc.user-info-uri||Where to ask who it is, where the token does not tell enough.
parley.oauth.allowed-domains||Domains of e-mail addresses that get an account, by any way in, separated by commas; empty for all.
parley.map.tiles||Where pictures of the map are, one host with {z}, {x} and {y}; empty for own outlines alone.
parley.map.attribution||Whose pictures these are, as it has to be said on the map.
parley.map.geoip-file||File in MaxMind's format that tells about where network addresses are.
parley.java-opts||More options for Tomcat's JVM.
parley.tomcat-heap|256m|Largest heap of Tomcat's JVM.
parley.mysql-buffer-pool|128M|Memory for the database's pages.
parley.kamailio-memory|512|Shared memory of Kamailio, in MB; every connected browser needs about 0.11.
parley.engine-mirror|<the machine's own Debian mirror>|Where engines that the distribution lacks are fetched from.
END
}

# PARLEY_PORT_BASE from parley.port-base
settings_env_name() {
  local name=${1^^}
  printf '%s' "${name//[.-]/_}"
}

# settings_read_file <file> <what `config` calls it>
settings_read_file() {
  local line key value
  [ -f "$1" ] || return 0
  [ -r "$1" ] || die "$1 belongs to somebody else: run this as the user whose copy it is."
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[[:space:]]*(#|!|$) ]] && continue
    [[ $line == *=* ]] || die "$1: '$line' is no line of the form key = value."
    key=${line%%=*} value=${line#*=}
    key=$(trim "$key")
    [ -n "${SETTING[$key]+known}" ] || die "$1: there is no setting '$key' (bin/parley config lists them)."
    SETTING[$key]=$(trim "$value")
    SETTING_FROM[$key]=$2
  done <"$1"
}

trim() {
  local text=$1
  text=${text#"${text%%[![:space:]]*}"}
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

setting() { printf '%s' "${SETTING[$1]?no setting $1}"; }

# settings_fill <key> <value>: the value of a setting that nobody has set.
settings_fill() { [ "${SETTING_FROM[$1]}" != default ] || SETTING[$1]=$2; }

# settings_load [fresh]: fresh means what an earlier `up` was told through the environment is forgotten.
settings_load() {
  local key default about env
  PARLEY_HOME=${PARLEY_HOME:-$PARLEY_REPO/var}
  [[ $PARLEY_HOME == /* ]] || PARLEY_HOME=$PWD/$PARLEY_HOME
  # The path of a socket below it may be no longer than 107 bytes.
  [ ${#PARLEY_HOME} -le 80 ] || die "PARLEY_HOME may be no longer than 80 characters: $PARLEY_HOME"
  [[ $PARLEY_HOME != *[[:space:]]* ]] || die "PARLEY_HOME may hold no spaces: $PARLEY_HOME"
  ENGINES=$(settings_engines) || exit
  while IFS='|' read -r key default about; do
    SETTING[$key]=$default SETTING_FROM[$key]=default
  done < <(settings_table)
  settings_read_file "$PARLEY_HOME/parley.properties" file
  [ "${1-}" = fresh ] || settings_read_file "$PARLEY_HOME/conf/environment" 'environment of the last up'
  for key in "${!SETTING[@]}"; do
    env=$(settings_env_name "$key")
    [ -z "${!env+set}" ] || { SETTING[$key]=${!env}; SETTING_FROM[$key]=environment; }
  done
  case ${DEMO-} in
    '') [ ! -f "$PARLEY_HOME/conf/demo" ] || DEMO=yes ;;
    no) DEMO='' ;;
  esac
  settings_check
  settings_ports
  settings_derive
}

# Where a copy's engines lie is remembered by a link, for they may be shared.
settings_engines() {
  local usual=$PARLEY_HOME/engines
  if [ -n "${PARLEY_ENGINES-}" ]; then
    [ -L "$usual" ] || [ ! -d "$usual" ] || die "$usual exists already: remove it, or unset PARLEY_ENGINES."
    realpath -m "$PARLEY_ENGINES"
  elif [ -L "$usual" ]; then
    readlink "$usual"
  else
    printf '%s' "$usual"
  fi
}

settings_check() {
  local key
  for key in parley.port-base parley.ring-seconds parley.message-max-bytes parley.credential-minutes \
    parley.session-hours parley.sip-name-grace-hours parley.offline-mail-seconds parley.kamailio-memory; do
    [[ $(setting "$key") =~ ^[1-9][0-9]*$ ]] || die "$key must be a whole number, not '$(setting "$key")'."
  done
  [ "$(setting parley.port-base)" -le 65000 ] || die "parley.port-base must be at most 65000."
  [[ $(setting parley.domain) =~ ^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$ ]] ||
    die "parley.domain '$(setting parley.domain)' is no domain name (lower case letters, digits, dots, hyphens)."
  [[ $(setting parley.bind) =~ ^[0-9a-fA-F.:*]+$ ]] || die "parley.bind must be an IP address."
  case $(setting parley.language) in
    en | de) ;;
    *) die "parley.language is en or de." ;;
  esac
  case $(setting parley.registration) in
    open | approval | closed | '<'*) ;;
    *) die "parley.registration is open, approval or closed." ;;
  esac
}

settings_ports() {
  local base
  base=$(setting parley.port-base)
  PORT_HTTP=$base PORT_HTTPS=$((base + 363)) PORT_TOMCAT=$((base + 1)) PORT_MYSQL=$((base + 2))
  PORT_SIP=$((base + 3)) PORT_SIP_TCP=$((base + 4)) PORT_SIP_ADMIN=$((base + 5))
  PORT_SMTP=$((base + 6)) PORT_MAIL=$((base + 7)) PORT_EDGE_HEALTH=$((base + 8))
}

settings_derive() {
  settings_fill parley.sip-address "$(setting parley.bind)"
  case $(setting parley.sip-address) in
    0.0.0.0 | :: | '*') die "Set parley.sip-address: with parley.bind on all addresses, phones must be told which one to use." ;;
  esac
  settings_fill parley.public-url "http://localhost:$PORT_HTTP"
  settings_fill parley.mail.from "parley@$(setting parley.domain)"
  settings_fill parley.engine-mirror ''
  if [ -n "${DEMO-}" ]; then
    settings_fill parley.registration approval
    settings_fill parley.mail.host 127.0.0.1
    settings_fill parley.mail.port "$PORT_SMTP"
    settings_fill parley.mail.tls none
  else
    settings_fill parley.registration closed
    settings_fill parley.mail.host ''
    settings_fill parley.mail.port 25
    settings_fill parley.mail.tls starttls
  fi
}

# What later commands need to know of this `up`.
settings_remember() {
  local key
  {
    echo "# What the last bin/parley up was told through the environment."
    for key in "${!SETTING[@]}"; do
      [ "${SETTING_FROM[$key]}" != environment ] || printf '%s = %s\n' "$key" "${SETTING[$key]}"
    done
  } | write_private "$PARLEY_HOME/conf/environment"
  if [ -n "${DEMO-}" ]; then : >"$PARLEY_HOME/conf/demo"; else rm -f "$PARLEY_HOME/conf/demo"; fi
}

# An IPv6 address as it stands in an address with a port.
bracketed() { if [[ $1 == *:* ]]; then printf '[%s]' "$1"; else printf '%s' "$1"; fi; }

# The operator's file, with every key commented at its default.
settings_write_sample() {
  local key default about
  echo "# Settings of this copy of Parley. Remove the # of a line to change it, then run bin/parley up."
  echo "# An environment variable wins: parley.some-thing is PARLEY_SOME_THING."
  while IFS='|' read -r key default about; do
    printf '\n# %s\n#%s = %s\n' "$about" "$key" "$default"
  done < <(settings_table)
}

settings_show() {
  local key default about
  printf 'PARLEY_HOME = %s\n' "$PARLEY_HOME"
  while IFS='|' read -r key default about; do
    printf '%s = %s   (%s)\n' "$key" "$(setting "$key")" "${SETTING_FROM[$key]}"
  done < <(settings_table)
}
