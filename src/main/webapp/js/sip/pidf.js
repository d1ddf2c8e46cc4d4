/** Presence documents: PIDF (RFC 3863) with the activities of RPID (RFC 4480). */

const ACTIVITY = {
  'in-call': '<rpid:on-the-phone/>',
  busy: '<rpid:busy/>',
  away: '<rpid:away/>',
  dnd: '<rpid:other>dnd</rpid:other>',
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

/**
 * The one word for a document. Several devices may have spoken: a call on one of them counts more than
 * being available on another, and what somebody chose (dnd, busy) more than what was noticed (away).
 */
export function readPidf(xml) {
  const open = /<(?:\w+:)?basic>\s*open\s*</i.test(xml);
  if (!open) return 'offline';
  if (/<(?:[\w-]+:)?on-the-phone[\s/>]/i.test(xml)) return 'in-call';
  if (/<(?:[\w-]+:)?other\b[^>]*>\s*dnd\s*</i.test(xml)) return 'dnd';
  if (/<(?:[\w-]+:)?busy[\s/>]/i.test(xml)) return 'busy';
  if (/<(?:[\w-]+:)?away[\s/>]/i.test(xml)) {
    const tuples = (xml.match(/<(?:\w+:)?basic>\s*open\s*</gi) ?? []).length;
    const away = (xml.match(/<(?:[\w-]+:)?away[\s/>]/gi) ?? []).length;
    return away >= tuples ? 'away' : 'available';
  }
  return 'available';
}

function escapeXml(text) {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
