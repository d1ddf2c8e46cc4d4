# The same id again: the same answer, no second row, no second delivery; also when two copies race.
#
#   alice            core            bob
#     | MESSAGE id=x   |  MESSAGE      |
#     |<-------- 200   |<-------- 200  |
#     | MESSAGE id=x   |               |   (bob hears nothing)
#     |<-------- 200   |               |
id=$(message_id)
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play "$COMMON/takes-message.xml" bob "$bob" -key id "$id" -key body "Once"
credential alice
play "$COMMON/message-200.xml" alice "$alice" -key to bob -key id "$id" -key body "Once" "${AUTH[@]}"
finish
# Nobody listens on bob's port any more: a second delivery could not be answered 200 in time.
DEADLINE=3 play "$COMMON/message-200.xml" alice "$alice" -key to bob -key id "$id" -key body "Once" "${AUTH[@]}"
rows "1" "SELECT COUNT(*) FROM journal WHERE message_id = '$id' AND kind = 'message.accepted'"

race=$(message_id)
free_port; second=$PORT
background play "$COMMON/message-202.xml" alice "$alice" -key to carol -key id "$race" -key body "Race" "${AUTH[@]}"
background play "$COMMON/message-202.xml" alice "$second" -key to carol -key id "$race" -key body "Race" "${AUTH[@]}"
finish
rows "1" "SELECT COUNT(*) FROM journal WHERE message_id = '$race'"
