# Two phones talk: the core knows, whatever they say themselves, and knows when it is over.
#
#   alice            core            bob            sip_presence
#     | REGISTER       |  REGISTER     |            alice available, bob available
#     | INVITE … ACK   |  INVITE … ACK |            alice in-call, bob in-call
#     | BYE            |  BYE          |            alice available, bob available
words() { rows "$1" "SELECT sip_user, word FROM sip_presence WHERE sip_user IN ('alice', 'bob') ORDER BY sip_user"; }
free_port; bob=$PORT
free_port; alice=$PORT
register bob "$bob"
register alice "$alice"
words "alice available / bob available"
background play callee.xml bob "$bob"
credential alice
background play caller.xml alice "$alice" "${AUTH[@]}"
words "alice in-call / bob in-call"
finish
words "alice available / bob available"
unregister bob "$bob"
words "alice available / bob offline"
