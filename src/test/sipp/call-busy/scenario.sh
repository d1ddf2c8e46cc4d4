# bob's phone answers 486, and alice hears just that.
#
#   alice            core            bob
#     | INVITE         |  INVITE       |
#     |<-------- 180   |<-------- 180  |
#     |<-------- 486   |<-------- 486  |   journal: call.failed, 486
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play callee.xml bob "$bob"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "call.started NULL NULL / call.ringing NULL NULL / call.failed 486 Busy Here" \
  "kind, code, reason" "kind LIKE 'call.%' AND to_user = 'bob'"
