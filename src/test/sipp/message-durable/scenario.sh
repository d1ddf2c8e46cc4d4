# While the database cannot take the row there is no 2xx: 503 and Retry-After. The sender's retry with
# the same id then succeeds, and there is one row.
#
#   alice                 core           database
#     | MESSAGE             |  INSERT …  (table locked)
#     |<-------------- 503  |                         Retry-After: 5
#     | MESSAGE (same id)   |  INSERT                 journal: message.accepted
#     |<-------------- 202  |
id=$(message_id)
free_port
credential alice
exec 7> >(sql >"$LOGS/$SCENARIO.lock")
lock=$!
printf 'LOCK TABLES journal WRITE;\n' >&7
rows "1" "SELECT COUNT(*) > 0 FROM information_schema.processlist WHERE info IS NULL AND command = 'Sleep'"
play refused.xml alice "$PORT" -key to carol -key id "$id" -key body "Later" "${AUTH[@]}"
printf 'UNLOCK TABLES;\n' >&7
exec 7>&-
wait "$lock"
until_taken=$((SECONDS + 10))
until play "$COMMON/message-202.xml" alice "$PORT" -key to carol -key id "$id" -key body "Later" "${AUTH[@]}" 2>/dev/null; do
  [ "$SECONDS" -lt "$until_taken" ]
done
rows "1" "SELECT COUNT(*) FROM journal WHERE message_id = '$id'" 0
