# alice gives up while bob's phone rings; the phone is told why it stops.
#
#   alice            core            bob
#     | INVITE         |  INVITE       |
#     |<-------- 180   |<-------- 180  |
#     | CANCEL         |  CANCEL       |   Reason: SIP;cause=487;text="ORIGINATOR_CANCEL"
#     |<-------- 487   |<-------- 487  |   journal: call.failed, 487, caller
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play callee.xml bob "$bob"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "call.started NULL NULL / call.ringing NULL NULL / call.failed 487 caller" \
  "kind, code, detail" "kind LIKE 'call.%' AND to_user = 'bob'"
