# One byte more than 16 KiB: told so, nothing stored.
#
#   alice                 core
#     | MESSAGE 16385 bytes |
#     |<-------------- 407  |
#     | MESSAGE (digest)    |
#     |<-------------- 413  |   journal: nothing
free_port
credential alice
id=$(message_id)
play sender.xml alice "$PORT" -key id "$id" -key body "$(printf 'x%.0s' {1..16385})" "${AUTH[@]}"
journal "" kind "message_id = '$id'"
