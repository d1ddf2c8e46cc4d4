/**
 * Runs inside every page before its own scripts and reports, through the binding `benchMark`, what
 * a person would notice and when. Times are wall-clock milliseconds with fractions, taken in the
 * page, so those of two browsers on one machine compare.
 */
export function probe() {
  const now = () => performance.timeOrigin + performance.now();
  const mark = (kind, value) => globalThis.benchMark(JSON.stringify({ kind, value, at: now() }));
  const shown = new WeakSet();

  function look(root) {
    for (const item of root.querySelectorAll('[data-testid=message-item]')) {
      if (shown.has(item)) continue;
      const text = /bench-[\w-]+/.exec(item.textContent)?.[0];
      if (!text) continue;
      shown.add(item);
      mark('message', text);
    }
  }

  let state;
  let carded = false;
  function watch() {
    const html = document.documentElement;
    if (html.dataset.phoneState !== state) {
      state = html.dataset.phoneState;
      if (state) mark('state', state);
    }
    const card = document.querySelector('[data-testid=call-incoming]');
    // Whether it is laid out costs the page a layout; that it is put away does not.
    const visible = Boolean(card && !card.closest('[hidden]') && card.checkVisibility());
    if (visible && !carded) mark('card', 'visible');
    carded = visible;
    look(document);
    for (const list of document.querySelectorAll('[data-list]:not([aria-busy])')) {
      if (shown.has(list) || list.childElementCount === 0) continue;
      shown.add(list);
      mark('list', list.dataset.list);
    }
  }

  mark('document', location.pathname);
  new MutationObserver(watch).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-phone-state', 'hidden', 'class', 'open', 'aria-busy'],
  });
  addEventListener(
    'click',
    (event) => {
      const target = event.target.closest('[data-testid],button');
      mark('click', target?.dataset.testid ?? target?.type ?? 'other');
    },
    { capture: true },
  );
  addEventListener('pagehide', () => mark('document', 'left'));
}
