# A device registers with the portal's credential and leaves again.
#
#   device                core
#     | REGISTER            |
#     |<-------------- 401  |
#     | REGISTER (digest)   |
#     |<-------------- 200  |   journal: device.registered
#     | REGISTER expires=0  |
#     |<-------------- 200  |   journal: device.gone, unregistered
free_port
register alice "$PORT"
journal "device.registered alice sipp udp 127.0.0.1" \
  "kind, from_user, user_agent, transport, source_ip" "kind LIKE 'device.%' AND from_user = 'alice'"
# What it can take, as it says.
rows "1 1" "SELECT features LIKE ';audio%', allowed LIKE '%MESSAGE' FROM sip_registration WHERE sip_user = 'alice' AND gone_at IS NULL"
unregister alice "$PORT"
journal "device.registered NULL / device.gone unregistered" \
  "kind, detail" "kind LIKE 'device.%' AND from_user = 'alice'"
