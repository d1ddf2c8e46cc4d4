// Telephone numbers in what people write, and what a link to one dials. No DOM here.
import { parseAddress } from './address.js';

const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;

/** The link of a text that is a telephone number as people write them; null where it is something else. */
export function telephoneIn(text) {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15 || DATE.test(text.trim())) return null;
  // "0.000001" and "00:00" are no numbers to call.
  if (/^0[.]|[()/.-]{3}/.test(text) || /^0{3}/.test(digits)) return null;
  return `tel:${text.startsWith('+') ? '+' : ''}${digits}`;
}

/** What the phone is to dial for a link: a number, an address, a name; null where it cannot. */
export function dialledBy(href) {
  const match = /^(tel|sips?|web\+sip):(.*)$/i.exec(href.trim());
  if (!match) return null;
  let target;
  try {
    target = decodeURIComponent(match[2]);
  } catch {
    return null;
  }
  // Parameters and headers (";phone-context=", "?subject=") are not part of whom it calls.
  return parseAddress(target.replace(/^\/\//, '').replace(/[;?].*$/s, ''));
}
