# A wrong password is challenged again, and nothing is registered.
#
#   device                core
#     | REGISTER            |
#     |<-------------- 401  |
#     | REGISTER (digest)   |
#     |<-------------- 401  |
free_port
credential alice
AUTH[3]=wrong
play register.xml alice "$PORT" "${AUTH[@]}"
journal "" kind "kind LIKE 'device.%' AND from_user = 'alice'"
