# Two devices of bob ring; one answers, the other is told that somebody did.
#
#   alice            core        bob (desk)   bob (other)
#     | INVITE         |  INVITE     |   INVITE     |
#     |<-------- 180   |<------ 180  |<------- 180  |
#     |<-------- 200   |<------ 200  |              |   journal: call.answered, the device that did
#     | ACK            |  ACK        |   CANCEL     |   Reason: SIP;cause=200;text="Call completed elsewhere"
#     | BYE            |  BYE        |              |
free_port; desk=$PORT
free_port; other=$PORT
free_port; alice=$PORT
register bob "$desk"
register bob "$other"
background play other.xml bob "$other"
background play callee.xml bob "$desk"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "call.answered $HOST:$desk" "kind, device" "kind = 'call.answered'"
journal "1" "COUNT(*)" "kind = 'call.ended'"
