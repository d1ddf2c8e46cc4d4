# alice signs in as herself, but writes bob into From.
#
#   alice                 core
#     | REGISTER From: bob  |
#     |<-------------- 401  |
#     | REGISTER (digest)   |
#     |<-------------- 403  |
free_port
credential alice
play register.xml alice "$PORT" "${AUTH[@]}"
journal "" kind "kind LIKE 'device.%'"
