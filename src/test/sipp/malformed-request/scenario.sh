# What cannot be parsed is dropped or answered 400, and the core goes on.
#
#   somebody              core
#     | three broken requests
#     | OPTIONS             |
#     |<-------------- 200  |   journal: nothing
free_port
play caller.xml alice "$PORT"
journal "" kind "to_user = 'bob'"
