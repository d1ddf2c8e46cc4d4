// Text into segments of plain text and links. It makes no markup: whoever shows a segment sets
// textContent, so nothing that was typed can become an element.

import { parseAddress } from './address.js';
import { telephoneIn } from './telephone.js';

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s<>"'`]+|\b(?:mailto|sips?|tel):[^\s<>"'`]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b|(?<![\w.,:/+-])(?:\+|\(?0)[\d ()/.-]{5,24}\d(?![\w])/giu;
/** Addresses and numbers that the phone understands. */
function isDialled(link) {
  return parseAddress(link.replace(/^tel:/i, '')) !== null;
}

const CLOSERS = { ')': '(', ']': '[', '}': '{' };

/** Closing marks of the sentence around a link do not belong to it, unless the link opened them. */
function trimmed(link) {
  let end = link.length;
  while (end > 0) {
    const last = link[end - 1];
    if ('.,;:!?…»’”*_~'.includes(last)) {
      end -= 1;
      continue;
    }
    const opener = CLOSERS[last];
    const inside = link.slice(0, end);
    if (opener && inside.split(opener).length < inside.split(last).length) {
      end -= 1;
      continue;
    }
    break;
  }
  return link.slice(0, end);
}

function address(link) {
  if (/^(?:https?:|mailto:|sips?:|tel:)/i.test(link)) return link;
  if (/^www\./i.test(link)) return `https://${link}`;
  return `mailto:${link}`;
}

/** Only what a reader can follow safely; anything else stays text. */
export function safeHref(link) {
  if (/^[+(0]/.test(link)) return telephoneIn(link);
  if (/^(?:tel|sips?):/i.test(link)) return isDialled(link) ? link : null;
  try {
    const parsed = new URL(address(link));
    const known = ['http:', 'https:', 'mailto:'].includes(parsed.protocol);
    const complete = parsed.protocol === 'mailto:' ? parsed.pathname.includes('@') : parsed.hostname !== '';
    return known && complete ? parsed.href : null;
  } catch {
    return null;
  }
}

/** → [{text}|{text, href}], in order; joined again they are the text that went in. */
export function segments(content) {
  const found = [];
  let from = 0;
  const plain = (until) => {
    if (until > from) found.push({ text: content.slice(from, until) });
  };
  for (const match of content.matchAll(LINK)) {
    const link = trimmed(match[0]);
    const href = link && safeHref(link);
    if (!href) continue;
    plain(match.index);
    found.push({ text: link, href });
    from = match.index + link.length;
  }
  plain(content.length);
  return found;
}

const EMOJI_ONLY = /^(?:(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[#*0-9])+\s*)+$/u;

/** A message of one to three emoji and nothing else is shown large. */
export function isEmojiOnly(content) {
  const bare = content.trim();
  if (!bare || bare.length > 40 || !EMOJI_ONLY.test(bare) || /^[\d#*\s]+$/.test(bare)) return false;
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(bare)) return false;
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(bare)];
  return graphemes.filter((part) => part.segment.trim()).length <= 3;
}
