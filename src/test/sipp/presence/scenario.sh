# A phone that only registers counts as available; when it leaves, presence ends.
#
#   alice            core            bob
#     | SUBSCRIBE bob  |               |
#     |<-------- 200   |               |
#     |<---- NOTIFY    |               |   basic closed
#     |                |  REGISTER     |
#     |<---- NOTIFY    |               |   basic open
#     |                |  REGISTER expires=0
#     |<---- NOTIFY    |               |   basic closed
free_port; bob=$PORT
free_port; alice=$PORT
credential alice
background play watcher.xml alice "$alice" "${AUTH[@]}"
messages=$LOGS/$SCENARIO.$((PLAYED + 1))-watcher.messages
told() { # how many NOTIFYs the watcher has answered: each shows twice, as it came and in the answer
  local until=$((SECONDS + 8))
  until [ "$(cat "$messages" 2>/dev/null | grep -c 'CSeq: [0-9]* NOTIFY')" -ge $(($1 * 2)) ]; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 0.05
  done
}
told 1
register bob "$bob"
told 2
unregister bob "$bob"
finish
