# Inside a call: hold (re-INVITE), a digit (INFO), hang up.
#
#   alice            core            bob
#     | INVITE … 200, ACK              |
#     | INVITE sendonly|  INVITE       |
#     |<-------- 200   |<-------- 200  |
#     | ACK            |  ACK          |
#     | INFO           |  INFO         |
#     |<-------- 200   |<-------- 200  |
#     | BYE            |  BYE          |
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play callee.xml bob "$bob"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "1 1 1 1" "SUM(kind = 'call.started'), SUM(kind = 'call.ringing'), SUM(kind = 'call.answered'), SUM(kind = 'call.ended')" \
  "to_user = 'bob' AND kind LIKE 'call.%'"
