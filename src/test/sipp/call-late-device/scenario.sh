# bob's desk phone rings when another device of his registers: that one rings too, and answers.
#
#   alice            core        bob (desk)   bob (late)
#     | INVITE         |  INVITE     |              |
#     |<-------- 180   |<------ 180  |              |
#     |                |        REGISTER <----------|
#     |                |  INVITE -----------------> |
#     |<-------- 200   |<------------------- 200    |   journal: call.answered, the late device
#     | ACK            |  CANCEL     |   ACK        |   one INVITE at the desk phone, not two
free_port; desk=$PORT
free_port; late=$PORT
free_port; alice=$PORT
register bob "$desk"
background play "$COMMON/ringing.xml" bob "$desk"
credential alice
background play ../call-elsewhere/caller.xml alice "$alice" "${AUTH[@]}"
journal "call.ringing" "kind" "kind = 'call.ringing'"
register bob "$late"
play ../call-elsewhere/callee.xml bob "$late"
finish
journal "call.answered $HOST:$late" "kind, device" "kind = 'call.answered'"
journal "1" "COUNT(*)" "kind = 'call.ended'"
