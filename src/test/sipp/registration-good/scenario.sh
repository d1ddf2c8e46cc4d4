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
unregister alice "$PORT"
journal "device.registered NULL / device.gone unregistered" \
  "kind, detail" "kind LIKE 'device.%' AND from_user = 'alice'"
