// Arrow keys in lists: inside [data-arrows] they move between the rows' links.

const KEYS = { ArrowDown: 1, ArrowUp: -1 };

function stops(list) {
  return [...list.querySelectorAll('.row-link')].filter((link) => link.offsetParent !== null);
}

export function connectLists() {
  document.addEventListener('keydown', (event) => {
    const list = event.target.closest?.('[data-arrows]');
    if (!list || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = KEYS[event.key];
    const ends = { Home: 0, End: -1 }[event.key];
    if (step === undefined && ends === undefined) return;
    if (event.target.matches('textarea, select')) return;
    const fromField = event.target.matches('input');
    if (fromField && event.key !== 'ArrowDown') return;
    const links = stops(list);
    const row = event.target.closest('.row-item')?.querySelector('.row-link');
    const at = links.indexOf(row);
    const next = step === undefined ? links.at(ends) : links[fromField ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
