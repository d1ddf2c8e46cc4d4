# Nobody calls without saying who they are.
#
#   caller                core
#     | INVITE              |
#     |<-------------- 407  |   journal: nothing
#     | ACK                 |
free_port
play caller.xml alice "$PORT"
journal "" kind "kind LIKE 'call.%' AND to_user = 'bob'"
