# alice signs in as herself and wants to take bob's calls.
#
#   alice                 core
#     | REGISTER To: bob    |
#     |<-------------- 401  |
#     | REGISTER (digest)   |
#     |<-------------- 403  |
free_port
credential alice
play register.xml alice "$PORT" "${AUTH[@]}"
journal "" kind "kind LIKE 'device.%'"
