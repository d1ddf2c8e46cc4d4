# Signed in or not: nothing is relayed to another domain.
#
#   alice                 core
#     | INVITE bob@example.org
#     |<-------------- 407  |
#     | INVITE (digest)     |
#     |<-------------- 403  |
free_port
credential alice
play caller.xml alice "$PORT" "${AUTH[@]}"
