# shellcheck shell=bash
# What the scenarios are written in. Everything has a deadline; nothing sleeps blindly.

# credential <user> [expiry]: sets AUTH to SIPp's arguments for a browser's credential.
credential() {
  local name=${2:-$(($(date +%s) + 3600))}:$1
  AUTH=(-au "$name" -ap "$(node -e '
    const { createHmac } = require("node:crypto");
    const secret = require("node:fs").readFileSync(process.argv[1], "utf8").trim();
    process.stdout.write(createHmac("sha256", secret).update(process.argv[2]).digest("base64"));
  ' "$SECRET_FILE" "$name")")
}

# Sets PORT to a local port nobody uses, with free ones above it for SIPp's media.
free_port() {
  local used offset
  used=$(awk 'FNR > 1 { split($2, a, ":"); print a[2] }' /proc/net/udp)
  while :; do
    NEXT_PORT=$((NEXT_PORT + 10))
    for offset in 0 2 3 4 5; do
      ! grep -qi "^$(printf '%04X' $((NEXT_PORT + offset)))$" <<<"$used" || continue 2
    done
    break
  done
  # shellcheck disable=SC2034  # for the scenarios
  PORT=$NEXT_PORT
}

# play <scenario.xml> <user> <port> [SIPp argument…]: one call of a scenario, as that person.
play() {
  local file=$1 user=$2 port=$3 name
  shift 3
  PLAYED=$((PLAYED + 1))
  name=$LOGS/$SCENARIO.$PLAYED-$(basename "$file" .xml)
  sipp "$HOST:$SIP_PORT" -sf "$file" -i "$HOST" -p "$port" -mp $((port + 2)) -m 1 -nostdin \
    -timeout "${DEADLINE:-15}" -timeout_error -key user "$user" -key domain "$DOMAIN" \
    -trace_msg -message_file "$name.messages" -trace_err -error_file "$name.errors" \
    "$@" >"$name.screen" 2>&1 && return
  printf '      %s as %s failed: %s.messages\n' "$(basename "$file")" "$user" "$name" >&2
  return 1
}

# register <user> <port> [expires]: as one of the person's devices, until the scenario ends.
register() {
  REGISTERED+=("$1 $2")
  credential "$1"
  play "$COMMON/register.xml" "$1" "$2" -key expires "${3:-120}" "${AUTH[@]}"
}
unregister() { register "$1" "$2" 0; }

# Whatever happened: nobody stays behind, neither processes nor devices.
leave() {
  local device user port
  for pid in "${BACKGROUND[@]}"; do kill "$pid" 2>/dev/null || true; done
  for device in "${REGISTERED[@]}"; do
    read -r user port <<<"$device"
    credential "$user"
    DEADLINE=3 play "$COMMON/register.xml" "$user" "$port" -key expires 0 "${AUTH[@]}" 2>/dev/null || true
  done
}

# Starts a scenario that waits for something; `finish` tells how it went.
background() {
  "$@" &
  BACKGROUND+=($!)
}
finish() {
  local pid status=0
  for pid in "${BACKGROUND[@]}"; do wait "$pid" || status=1; done
  BACKGROUND=()
  return "$status"
}

# rows <expected> <sql> [seconds]: polls until the query prints what is expected (lines joined by " / ").
rows() {
  local expected=$1 query=$2 until=$((SECONDS + ${3:-5})) got=''
  while :; do
    got=$(sql <<<"$query" | tr '\t' ' ' | paste -sd/ - | sed 's,/, / ,g')
    # shellcheck disable=SC2053  # the expectation is a pattern
    [[ $got == $expected ]] && return
    [ "$SECONDS" -lt "$until" ] || break
    sleep 0.1
  done
  printf '      expected: %s\n      found:    %s\n' "$expected" "$got" >&2
  return 1
}

# journal <expected> <columns> <condition>: the journal's rows since this scenario began, in order.
journal() { rows "$1" "SELECT $2 FROM journal WHERE id > $BEGINNING AND ($3) ORDER BY id"; }

# call_id_of: the Call-ID of the newest call in the journal of this scenario.
newest_call() { sql <<<"SELECT call_id FROM journal WHERE id > $BEGINNING AND call_id IS NOT NULL ORDER BY id DESC LIMIT 1"; }

message_id() { node -p 'crypto.randomUUID()'; }

# core_knows <table in memory> <key> <pattern>: waits until the core has read it; views are polled every second.
core_knows() {
  local until=$((SECONDS + 10))
  until timeout 3 kamcmd -s "unix:$PARLEY_HOME/run/kamailio_ctl" htable.get "$1" "$2" 2>/dev/null | grep -q "$3"; do
    [ "$SECONDS" -lt "$until" ] || { printf '      the core does not know %s of %s\n' "$1" "$2" >&2; return 1; }
    sleep 0.1
  done
}
