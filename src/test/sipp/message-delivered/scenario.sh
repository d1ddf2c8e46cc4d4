# A message to somebody who is there: stored, delivered as it was written, answered 200.
#
#   alice            core            bob
#     | MESSAGE        |               |   journal: message.accepted, before anything else
#     |                |  MESSAGE      |
#     |<-------- 200   |<-------- 200  |   journal: message.delivered
text="héllo ✓ 日本 😀 ' \" \\ ; -- %s"
id=$(message_id)
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play "$COMMON/takes-message.xml" bob "$bob" -key id "$id" -key body "$text"
credential alice
play "$COMMON/message-200.xml" alice "$alice" -key to bob -key id "$id" -key body "$text" "${AUTH[@]}"
finish
journal "message.accepted alice bob / message.delivered alice bob" "kind, from_user, to_user" "message_id = '$id'"
journal "$(printf '%s' "$text" | od -An -v -tx1 | tr -d ' \n' | tr a-f A-F)" "HEX(body)" "message_id = '$id' AND kind = 'message.accepted'"
