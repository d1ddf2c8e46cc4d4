# bob does not want to be disturbed: his phone does not ring, and alice is told why.
#
#   alice                 core            bob
#     |                     |  REGISTER     |
#     | INVITE bob          |               |   bob chose DND
#     |<-------------- 480  |               |   Reason: Do Not Disturb; journal: call.failed, 480
chose() {
  sql <<<"INSERT INTO presence_choice (account_id, choice, choice_since, shown_to, away_minutes, circle_at, updated_at)
    SELECT id, '$1', UTC_TIMESTAMP(6), 'EVERYONE', 5, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM account WHERE username = 'bob'
    ON DUPLICATE KEY UPDATE choice = VALUES(choice), updated_at = VALUES(updated_at)"
}
# Nobody after this one finds him like that.
trap 'chose AVAILABLE; core_knows choice bob "AVAILABLE|"; leave' EXIT
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
chose DND
credential alice
core_knows choice bob 'DND|'
play caller.xml alice "$alice" "${AUTH[@]}"
rows 1 "SELECT COUNT(*) > 0 FROM journal WHERE id > $BEGINNING AND kind = 'call.failed' AND code = 480 AND reason = 'Do Not Disturb'"
