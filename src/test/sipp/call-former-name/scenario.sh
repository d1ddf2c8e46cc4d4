# Carol has another SIP name: who calls the old one reaches her, and her desk phone may go on saying it,
# until its time is over.
#
#   alice                 core                  carol's devices, now carola
#     |                     | <- REGISTER carola    |
#     |                     | <- REGISTER carol     |   (a desk phone with its own password) 200
#     | INVITE carol        |  INVITE               |   journal: call.started alice carola
#     |<-------------- 200  |<---------------- 200  |
#     | BYE                 |                       |
#         (its time is over)
#     | INVITE carol        |
#     |<-------------- 404  |
named() { sql <<<"UPDATE account SET sip_user = '$1', updated_at = UTC_TIMESTAMP(6) WHERE username = 'carol'"; }
rings() {
  sql <<<"INSERT INTO former_name (sip_user, account_id, rings_until, updated_at)
    SELECT 'carol', id, UTC_TIMESTAMP(6) + INTERVAL $1 SECOND, UTC_TIMESTAMP(6) FROM account WHERE username = 'carol'
    ON DUPLICATE KEY UPDATE rings_until = VALUES(rings_until), updated_at = VALUES(updated_at)"
}
restore() {
  sql <<<"DELETE FROM former_name WHERE sip_user = 'carol'; DELETE FROM sip_device WHERE auth_user = '$name'"
  named carol
}
name=desk-$RANDOM$RANDOM password=not-a-secret
trap 'restore; leave' EXIT
free_port; before=$PORT
free_port; desk=$PORT
free_port; carola=$PORT
free_port; alice=$PORT
register carol "$before"
ha1=$(printf '%s:%s:%s' "$name" "$DOMAIN" "$password" | md5sum | cut -d' ' -f1)
sql <<<"INSERT INTO sip_device (account_id, label, auth_user, ha1, created_at, updated_at)
  SELECT id, 'test', '$name', '$ha1', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM account WHERE username = 'carol'"
named carola
rings 60
sql <<<"UPDATE sip_device SET updated_at = UTC_TIMESTAMP(6) WHERE auth_user = '$name'"
# What was registered by the old name has to come again.
journal "device.registered NULL / device.gone renamed" "kind, detail" "kind LIKE 'device.%' AND from_user = 'carol'"
until_known=$((SECONDS + 5))
until play "$COMMON/register.xml" carol "$desk" -key expires 120 -au "$name" -ap "$password" 2>/dev/null; do
  [ "$SECONDS" -lt "$until_known" ]
done
journal "device.registered NULL" "kind, detail" "kind LIKE 'device.%' AND from_user = 'carola'"
play "$COMMON/register.xml" carol "$desk" -key expires 0 -au "$name" -ap "$password"
register carola "$carola"
background play callee.xml carola "$carola"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "call.started alice carola / call.ringing alice carola / call.answered alice carola / call.ended alice carola" \
  "kind, from_user, to_user" "kind LIKE 'call.%' AND from_user = 'alice'"
unregister carola "$carola"
credential alice
rings -1
# Polled within seconds; a name that is over takes no call.
until_over=$((SECONDS + 5))
until play refused.xml alice "$alice" "${AUTH[@]}" 2>/dev/null; do [ "$SECONDS" -lt "$until_over" ]; done
restore
until_back=$((SECONDS + 5))
until register carol "$before" 2>/dev/null; do [ "$SECONDS" -lt "$until_back" ]; done
