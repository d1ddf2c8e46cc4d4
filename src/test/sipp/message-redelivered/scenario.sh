# What carol's desk phone missed comes when it registers, oldest first, with the sender's ids.
#
#   carol                 core           database
#     | REGISTER … 200      |
#     |                     |  pending messages of carol
#     |<------- MESSAGE 1   |
#     | 200                 |            journal: message.delivered
#     |<------- MESSAGE 2   |
#     | 200                 |            journal: message.delivered
first=$(message_id) second=$(message_id)
sql <<END
SELECT LEAST(a.id, c.id), GREATEST(a.id, c.id), a.id, c.id INTO @low, @high, @alice, @carol
  FROM account a JOIN account c ON c.username = 'carol' WHERE a.username = 'alice';
INSERT IGNORE INTO conversation (low_id, high_id) VALUES (@low, @high);
UPDATE message SET delivered_at = UTC_TIMESTAMP(6) WHERE recipient_id = @carol AND delivered_at IS NULL;
INSERT INTO message (conversation_id, sender_id, recipient_id, message_uid, content_type, body, sent_at)
  SELECT id, @alice, @carol, '$first', 'text/plain;charset=utf-8', 'first ✓', UTC_TIMESTAMP(6)
  FROM conversation WHERE low_id = @low AND high_id = @high;
INSERT INTO message (conversation_id, sender_id, recipient_id, message_uid, content_type, body, sent_at)
  SELECT id, @alice, @carol, '$second', 'text/plain;charset=utf-8', 'second', UTC_TIMESTAMP(6)
  FROM conversation WHERE low_id = @low AND high_id = @high;
END
free_port
register carol "$PORT"
play "$COMMON/takes-message.xml" carol "$PORT" -key id "$first" -key body "first ✓"
play "$COMMON/takes-message.xml" carol "$PORT" -key id "$second" -key body "second"
journal "$first alice carol / $second alice carol" "message_id, from_user, to_user" "kind = 'message.delivered'"
sql <<<"UPDATE message SET delivered_at = UTC_TIMESTAMP(6) WHERE message_uid IN ('$first', '$second')"
