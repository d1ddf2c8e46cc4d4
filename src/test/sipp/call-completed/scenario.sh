# alice calls bob, bob answers, alice hangs up.
#
#   alice            core            bob
#     | INVITE         |  INVITE       |   journal: call.started
#     |<-------- 180   |<-------- 180  |   journal: call.ringing
#     |<-------- 200   |<-------- 200  |   journal: call.answered
#     | ACK            |  ACK          |
#     | BYE            |  BYE          |   journal: call.ended, caller
#     |<-------- 200   |<-------- 200  |
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play callee.xml bob "$bob"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
journal "call.started alice bob audio NULL / call.ringing alice bob NULL NULL / call.answered alice bob audio NULL / call.ended alice bob NULL caller" \
  "kind, from_user, to_user, media, detail" "kind LIKE 'call.%' AND from_user = 'alice' AND to_user = 'bob'"
# Times are those of the events, in this order, with microseconds.
rows "1 1 1" "SELECT COUNT(DISTINCT occurred_at) = 4, MAX(MICROSECOND(occurred_at)) > 0, MAX(occurred_at) <= UTC_TIMESTAMP(6)
  FROM journal WHERE id > $BEGINNING AND kind LIKE 'call.%' AND to_user = 'bob'"
