// Draws a list by its differences: rows that stay keep their elements, with focus and selection.

/** What each container shows: key → {element, sign}. Asking the elements themselves costs ten times as much. */
const drawn = new WeakMap();

/**
 * `rows` are {key, sign, …}; `make(row)` builds an element. A row whose `sign` changed is built anew.
 */
export function reconcile(container, rows, make) {
  const known = drawn.get(container) ?? new Map();
  const next = new Map();
  // What was not drawn here (skeletons, an empty place) makes room, and so does what is gone.
  const kept = new Set();
  for (const { key } of rows) if (known.has(key)) kept.add(known.get(key).element);
  for (const element of [...container.children]) if (!kept.has(element)) element.remove();
  let place = container.firstElementChild;
  for (const row of rows) {
    const before = known.get(row.key);
    let element = before?.element;
    if (!element) element = make(row);
    else if (before.sign !== row.sign) {
      const renewed = make(row);
      if (place === element) place = renewed;
      element.replaceWith(renewed);
      element = renewed;
    }
    next.set(row.key, { element, sign: row.sign });
    if (element === place) place = place.nextElementSibling;
    else container.insertBefore(element, place);
  }
  drawn.set(container, next);
}
