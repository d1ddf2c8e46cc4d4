# Being in a call lets nobody send requests through the core to wherever they like.
#
#   alice            core            bob
#     | INVITE … 200, ACK              |
#     | BYE sip:victim@192.0.2.1       |
#     |<-------- 403   |               |
#     | BYE            |  BYE          |
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
background play callee.xml bob "$bob"
credential alice
play caller.xml alice "$alice" "${AUTH[@]}"
finish
