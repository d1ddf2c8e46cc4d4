# bob blocks alice: she hears what anybody hears of a person who is not there, her messages wait, and
# watching him tells her nothing, not even when something happens.
#
#   alice                 core            bob
#     |                     |  REGISTER     |
#     | INVITE bob          |               |   bob blocks alice
#     |<-------------- 480  |               |   journal: call.failed, 480, blocked
#     | MESSAGE bob         |               |
#     |<-------------- 202  |               |
#     | SUBSCRIBE bob       |               |
#     |<------- 200, NOTIFY |               |   no basic open
#     |                     |  REGISTER …   |   nothing
#     |<------------ NOTIFY |               |   bob blocks nobody: basic open
touched() {
  sql <<<"INSERT INTO presence_choice (account_id, choice, choice_since, shown_to, away_minutes, circle_at, updated_at)
    SELECT id, 'AVAILABLE', UTC_TIMESTAMP(6), 'EVERYONE', 5, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM account WHERE username = 'bob'
    ON DUPLICATE KEY UPDATE circle_at = VALUES(circle_at), updated_at = VALUES(updated_at)"
}
open_again() {
  sql <<<"DELETE FROM contact_block WHERE owner_id = (SELECT id FROM account WHERE username = 'bob')"
  touched
}
trap 'open_again; leave' EXIT
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
sql <<<"INSERT INTO contact_block (owner_id, person_id, created_at) SELECT b.id, a.id, UTC_TIMESTAMP(6)
  FROM account b JOIN account a WHERE b.username = 'bob' AND a.username = 'alice'"
touched
credential alice
core_knows circle bob::b::alice 'bob|'
play caller.xml alice "$alice" "${AUTH[@]}"
journal "call.failed 480 blocked" "kind, code, detail" "kind = 'call.failed' AND from_user = 'alice' AND to_user = 'bob'"
free_port
id=$(message_id)
play "$COMMON/message-202.xml" alice "$PORT" -key to bob -key id "$id" -key body "Hello" "${AUTH[@]}"
# What the portal does, whether or not it runs here: nothing comes after the block either.
rows 1 "SELECT COUNT(*) FROM message WHERE message_uid = '$id'"
sql <<<"UPDATE message SET withheld = TRUE WHERE message_uid = '$id'"

free_port; watcher=$PORT
background play watcher.xml alice "$watcher" "${AUTH[@]}"
messages=$LOGS/$SCENARIO.$((PLAYED + 1))-watcher.messages
until=$((SECONDS + 8))
until [ "$(cat "$messages" 2>/dev/null | grep -c 'CSeq: [0-9]* NOTIFY')" -ge 2 ]; do [ "$SECONDS" -lt "$until" ]; sleep 0.05; done
unregister bob "$bob"
rows offline "SELECT word FROM sip_presence WHERE sip_user = 'bob'"
register bob "$bob"
rows available "SELECT word FROM sip_presence WHERE sip_user = 'bob'"
open_again
finish
