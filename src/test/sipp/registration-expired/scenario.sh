# The hour of a credential is over: refused for good, so that the browser fetches a new one.
#
#   device                core
#     | REGISTER            |
#     |<-------------- 401  |
#     | REGISTER (digest)   |
#     |<-------------- 403  |
free_port
credential alice $(($(date +%s) - 5))
play register.xml alice "$PORT" "${AUTH[@]}"
journal "" kind "kind LIKE 'device.%' AND from_user = 'alice'"
