# A browser's credential names its session; when that is ended, the browser is out within 5 s: device gone,
# credential refused. Another browser of the same person stays, and the portal can see which is which.
#
#   browser   other browser    core           database
#     | REGISTER … 200           |
#     |           | REGISTER … 200
#     |                          |            ended_session + 1
#     |                          |            journal: device.gone, signed-out
#     | REGISTER (digest)        |
#     |<------------------- 403  |
#     |           | REGISTER … 200
session=$(message_id) other=$(message_id)
seen() { rows "$1" "SELECT credential = '$session', gone_at IS NOT NULL, user_agent, transport, source_ip FROM sip_registration WHERE credential IN ('$session', '$other') ORDER BY 1 DESC"; }
free_port; mine=$PORT
free_port; theirs=$PORT
REGISTERED+=("alice $mine" "alice $theirs")
credential "alice:$session"
play "$COMMON/register.xml" alice "$mine" -key expires 120 "${AUTH[@]}"
credential "alice:$other"
play "$COMMON/register.xml" alice "$theirs" -key expires 120 "${AUTH[@]}"
seen "1 0 sipp udp 127.0.0.1 / 0 0 sipp udp 127.0.0.1"
rows 1 "SELECT COUNT(*) FROM sip_core WHERE alive_at > UTC_TIMESTAMP(6) - INTERVAL 10 SECOND"

sql <<<"INSERT INTO ended_session (session_id, account_id, ended_at)
  SELECT '$session', id, UTC_TIMESTAMP(6) FROM account WHERE username = 'alice'"
journal "device.registered NULL / device.registered NULL / device.gone signed-out" \
  "kind, detail" "kind LIKE 'device.%' AND from_user = 'alice'"
seen "1 1 sipp udp 127.0.0.1 / 0 0 sipp udp 127.0.0.1"
credential "alice:$session"
play refused.xml alice "$mine" "${AUTH[@]}"
credential "alice:$other"
play "$COMMON/register.xml" alice "$theirs" -key expires 120 "${AUTH[@]}"
