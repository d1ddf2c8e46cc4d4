// Elements without markup in strings: every text goes through textContent.

/** h('li', {class: 'row', data: {kind: 'x'}, on: {click}, text: '…'}, child, …); false props are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'on') for (const [type, job] of Object.entries(value)) element.addEventListener(type, job);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  return h('i', { class: `bi bi-${name}`, 'aria-hidden': 'true' });
}

/** A round button that is only a picture to the eye; its label is also its tooltip. */
export function iconButton(name, label, props = {}) {
  const { class: more = '', ...rest } = props;
  return h('button', { type: 'button', class: `btn-icon ${more}`.trim(), 'aria-label': label, title: label, ...rest }, icon(name));
}

/**
 * Runs a job with the next picture, where measuring costs no layout of its own; soon after also where
 * nothing is drawn, as in a hidden tab.
 */
export function withNextFrame(job) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    job();
  };
  requestAnimationFrame(once);
  setTimeout(once, 100);
}

/** Is the reader typing somewhere, so that single letters are no shortcuts? */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
