# A disabled person is out within 5 s: device gone, credential refused, calls refused. And in again.
#
#   carol                 core           database
#     | REGISTER … 200      |
#     |                     |            account.status = DISABLED
#     |                     |            journal: device.gone, disabled
#     | REGISTER (digest)   |
#     |<-------------- 403  |
#
#   alice                 core
#     | INVITE carol        |
#     |<-------------- 404  |
enabled() { sql <<<"UPDATE account SET status = '$1', updated_at = UTC_TIMESTAMP(6) WHERE username = 'carol'"; }
trap 'enabled ACTIVE; leave' EXIT
free_port; carol=$PORT
free_port; alice=$PORT
register carol "$carol"
enabled DISABLED
journal "device.registered NULL / device.gone disabled" "kind, detail" "kind LIKE 'device.%' AND from_user = 'carol'"
credential carol
play refused.xml carol "$carol" "${AUTH[@]}"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
enabled ACTIVE
until_back=$((SECONDS + 5))
until register carol "$carol" 2>/dev/null; do [ "$SECONDS" -lt "$until_back" ]; done
