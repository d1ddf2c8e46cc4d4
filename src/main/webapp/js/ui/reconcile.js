// Draws a list by its differences: rows that stay keep their elements, with focus and selection.

/**
 * `rows` are {key, sign, …}; `make(row)` builds an element. A row whose `sign` changed is built anew.
 */
export function reconcile(container, rows, make) {
  // What was not drawn here (skeletons, an empty place) makes room.
  for (const element of [...container.children]) if (element.dataset.key === undefined) element.remove();
  const known = new Map([...container.children].map((element) => [element.dataset.key, element]));
  let place = container.firstElementChild;
  for (const row of rows) {
    let element = known.get(row.key);
    known.delete(row.key);
    if (element && element.dataset.sign !== row.sign) {
      const renewed = make(row);
      if (place === element) place = renewed;
      element.replaceWith(renewed);
      element = renewed;
    }
    element ??= make(row);
    element.dataset.key = row.key;
    element.dataset.sign = row.sign;
    if (element === place) place = place.nextElementSibling;
    else container.insertBefore(element, place);
  }
  for (const element of known.values()) element.remove();
}
