# There is no such person.
#
#   alice                 core
#     | INVITE nobody-of-ours
#     |<-------------- 404  |   journal: call.failed, 404
free_port
credential alice
play caller.xml alice "$PORT" "${AUTH[@]}"
journal "call.started NULL / call.failed 404" "kind, code" "kind LIKE 'call.%' AND to_user = 'nobody-of-ours'"
