-- Whom people block, and whom they show themselves to, for the SIP core: it looks at a person's lists
-- whenever their circle_at moves.
CREATE OR REPLACE VIEW kamailio_presence AS
SELECT a.sip_user, p.choice, COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01', p.choice_until), 0) AS choice_until,
       p.shown_to, CAST(p.circle_at AS CHAR) AS circle, p.updated_at,
       EXISTS (SELECT 1 FROM contact_block b WHERE b.owner_id = p.account_id AND b.person_id IS NOT NULL) AS blocks
FROM presence_choice p JOIN account a ON a.id = p.account_id;

CREATE VIEW kamailio_block AS
SELECT o.sip_user AS owner_user, p.sip_user AS person_user
FROM contact_block b JOIN account o ON o.id = b.owner_id JOIN account p ON p.id = b.person_id;

-- Of nobody else's phonebook does the core learn anything.
CREATE VIEW kamailio_contact AS
SELECT o.sip_user AS owner_user, p.sip_user AS person_user
FROM contact c JOIN presence_choice s ON s.account_id = c.owner_id AND s.shown_to = 'CONTACTS'
JOIN account o ON o.id = c.owner_id JOIN account p ON p.id = c.person_id;

-- Who blocked somebody before there was a word for it.
INSERT INTO presence_choice (account_id, choice, choice_since, choice_until, shown_to, away_minutes, circle_at, updated_at)
SELECT DISTINCT owner_id, 'AVAILABLE', UTC_TIMESTAMP(6), NULL, 'EVERYONE', 5, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
FROM contact_block WHERE person_id IS NOT NULL
ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at);
