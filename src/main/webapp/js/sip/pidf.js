/** Presence documents: PIDF (RFC 3863) with the activities of RPID (RFC 4480). */

const ACTIVITY = {
  'in-call': '<rpid:on-the-phone/>',
  away: '<rpid:away/>',
};

export const PIDF_TYPE = 'application/pidf+xml';

/** The document that says how somebody is, one tuple for one device. */
export function writePidf(address, presence, tuple) {
  const activity = ACTIVITY[presence];
  const basic = presence === 'offline' ? 'closed' : 'open';
  const person = activity
    ? `<dm:person id="p-${tuple}"><rpid:activities>${activity}</rpid:activities></dm:person>`
    : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" ' +
    `xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="${escapeXml(address)}">` +
    `<tuple id="t-${tuple}"><status><basic>${basic}</basic></status></tuple>${person}</presence>`
  );
}

function escapeXml(text) {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
