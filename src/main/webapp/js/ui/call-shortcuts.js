const KEYS = { m: 'mute', v: 'camera', h: 'hold', k: 'keys' };

/** Keys that work during a call, except where somebody types or chooses. */
export function connectShortcuts({ bar, document }) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey) {
      if (event.shiftKey && key === 'h' && bar.act('hangup')) event.preventDefault();
      return;
    }
    if (event.shiftKey || event.repeat || !KEYS[key] || isTyping(event.target)) return;
    if (bar.current() && bar.act(KEYS[key])) event.preventDefault();
  });
}

function isTyping(target) {
  return target.closest?.('input, textarea, select, [contenteditable]:not([contenteditable="false"]), dialog') !== null;
}
