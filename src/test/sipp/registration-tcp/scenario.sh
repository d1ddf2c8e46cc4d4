# A desk phone registers over TCP, through the edge, and is gone when its connection closes.
#
#   device          edge          core
#     | REGISTER     |  (PROXY)    |
#     |<---------------------- 401 |
#     | REGISTER     |             |
#     |<---------------------- 200 |   journal: device.registered, the device's own address
#     | closes       |             |   journal: device.gone
free_port
credential carol
play "$COMMON/register.xml" carol "$PORT" -key expires 120 -t t1 "${AUTH[@]}"
journal "device.registered carol tcp 127.0.0.1 / device.gone carol tcp 127.0.0.1" \
  "kind, from_user, transport, source_ip" "kind LIKE 'device.%' AND from_user = 'carol'"
