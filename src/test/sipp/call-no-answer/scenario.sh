# dave's phone rings on and on; after the ring time the call is over on both sides.
#
#   alice            core            dave
#     | INVITE         |  INVITE       |
#     |<-------- 180   |<-------- 180  |
#             (ring time)
#     |<-------- 408   |  CANCEL ----->|   journal: call.failed, 408
DEADLINE=60
free_port; dave=$PORT
free_port; alice=$PORT
register dave "$dave"
background play "$COMMON/ringing.xml" dave "$dave"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "call.started NULL NULL / call.ringing NULL NULL / call.failed 408 No Answer" \
  "kind, code, reason" "kind LIKE 'call.%' AND to_user = 'dave'"
