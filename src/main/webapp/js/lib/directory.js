// What the directory is asked for, and what a row of it says. No DOM here.

const NAMES = ['q', 'country', 'region', 'department'];

/** What an address asks for; what is missing is empty. */
export function questionOf(search) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, (query.get(name) ?? '').trim()]));
}

/** The address of a question, without what is empty. */
export function addressOf(base, question) {
  const query = new URLSearchParams();
  for (const name of NAMES) if (question[name]) query.set(name, question[name]);
  return `${base}/directory${query.size ? `?${query}` : ''}`;
}

export function isFiltered({ country, region, department }) {
  return Boolean(country || region || department);
}

/** A country in the reader's language; its code where that is not known. */
export function countryName(code, language) {
  if (!code) return '';
  try {
    return new Intl.DisplayNames([language || 'en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What somebody does, and where: two short lines, either of which may be empty. */
export function toldOf({ job, department, place, region, country }, language) {
  const where = [place, region !== place && region, countryName(country, language)];
  return [
    [job, department].filter(Boolean).join(' · '),
    where.filter(Boolean).join(', '),
  ];
}

function folded(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Those of somebody's skills that have to do with what was typed. */
export function skillsFor(skills, typed) {
  const words = folded(typed ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  if (!skills || !words.length) return [];
  return skills
    .split(/[,;]/)
    .map((skill) => skill.trim())
    .filter((skill) => words.some((word) => folded(skill).includes(word)));
}
