# Known scanners hear nothing, not even that there is a SIP server.
#
#   scanner               core
#     | OPTIONS (scanner)   |
#     | OPTIONS             |
#     |<-------------- 200  |   to the second alone
free_port
play caller.xml nobody "$PORT"
