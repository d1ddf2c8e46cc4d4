# A desk phone has a password of its own, kept as HA1; when it is revoked, the phone is out within 5 s.
#
#   phone                 core
#     | REGISTER            |
#     |<-------------- 401  |
#     | REGISTER (digest)   |
#     |<-------------- 200  |   journal: device.registered
#         (revoked)             journal: device.gone, disabled
#     | REGISTER (digest)   |
#     |<-------------- 401  |
name=desk-$RANDOM$RANDOM password=not-a-secret
ha1=$(printf '%s:%s:%s' "$name" "$DOMAIN" "$password" | md5sum | cut -d' ' -f1)
sql <<<"INSERT INTO sip_device (account_id, label, auth_user, ha1, created_at, updated_at)
  SELECT id, 'test', '$name', '$ha1', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM account WHERE username = 'alice'"
free_port
until_known=$((SECONDS + 5))
until play "$COMMON/register.xml" alice "$PORT" -key expires 120 -au "$name" -ap "$password" 2>/dev/null; do
  [ "$SECONDS" -lt "$until_known" ]
done
sql <<<"UPDATE sip_device SET revoked_at = UTC_TIMESTAMP(6), updated_at = UTC_TIMESTAMP(6) WHERE auth_user = '$name'"
journal "device.registered NULL / device.gone disabled" "kind, detail" "kind LIKE 'device.%' AND from_user = 'alice'"
play refused.xml alice "$PORT" -au "$name" -ap "$password"
