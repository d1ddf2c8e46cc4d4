# Nobody writes without saying who they are.
#
#   sender                core
#     | MESSAGE             |
#     |<-------------- 407  |   journal: nothing
free_port
play sender.xml alice "$PORT"
journal "" kind "kind LIKE 'message.%' AND from_user = 'alice'"
