# A message to somebody who is nowhere: stored, answered 202. An unknown person: 404, nothing stored.
#
#   alice                 core
#     | MESSAGE carol       |   journal: message.accepted
#     |<-------------- 202  |
#     | MESSAGE nobody-of-ours
#     |<-------------- 404  |
free_port
id=$(message_id)
credential alice
play "$COMMON/message-202.xml" alice "$PORT" -key to carol -key id "$id" -key body "See you" "${AUTH[@]}"
# At once: the row was there before the answer.
rows "message.accepted See you" "SELECT kind, CONVERT(body USING utf8mb4) FROM journal WHERE message_id = '$id'" 0
other=$(message_id)
play unknown.xml alice "$PORT" -key to nobody-of-ours -key id "$other" -key body "Hello?" "${AUTH[@]}"
rows "0" "SELECT COUNT(*) FROM journal WHERE message_id = '$other'" 0
