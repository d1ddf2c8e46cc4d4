# An operator's monitoring reads the core's figures, on the loopback.
figures=$(curl -fsS -m 5 "http://127.0.0.1:$PORT_SIP_ADMIN/metrics")
grep -q '^kamailio_registrar_accepted_regs' <<<"$figures"
