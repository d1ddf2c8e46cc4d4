-- What the SIP core may do. Run after the portal's migrations, since it names their tables and views.
-- The account itself is made by bin/parley, which knows its password. Safe to run again.

GRANT SELECT, INSERT, UPDATE, DELETE ON parley_sip.* TO 'kamailio'@'127.0.0.1';
GRANT INSERT ON parley.journal TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_account TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_device TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_pending_message TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_former_name TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_ended_session TO 'kamailio'@'127.0.0.1';
-- What is registered: written by the core alone, read by the portal.
GRANT SELECT, INSERT, UPDATE ON parley.sip_registration TO 'kamailio'@'127.0.0.1';
GRANT SELECT, INSERT, UPDATE ON parley.sip_core TO 'kamailio'@'127.0.0.1';
-- Who is there: written by the core alone; what people choose is the portal's.
GRANT SELECT, INSERT, UPDATE ON parley.sip_presence TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_presence TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_block TO 'kamailio'@'127.0.0.1';
GRANT SELECT ON parley.kamailio_contact TO 'kamailio'@'127.0.0.1';
