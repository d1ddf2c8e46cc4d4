# carol exists, but is nowhere.
#
#   alice                 core
#     | INVITE carol        |
#     |<-------------- 480  |   journal: call.failed, 480
free_port
credential alice
play caller.xml alice "$PORT" "${AUTH[@]}"
journal "call.started NULL / call.failed 480" "kind, code" "kind LIKE 'call.%' AND to_user = 'carol'"
