// Runs in every page before its own scripts. It changes nothing that the page can notice; it keeps
// the page's peer connections and device tracks within reach, and notes with wall-clock milliseconds
// what a person would see, so that "within 1 s" is measured between browsers and not between polls.
(() => {
  if (window.__flows) return;
  const moments = [];
  const peers = [];
  const tracks = [];
  const note = (what) => moments.push([Date.now(), what]);
  window.__flows = { moments, peers, tracks };

  if (window.RTCPeerConnection) {
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, args, newTarget) {
        const peer = Reflect.construct(target, args, newTarget);
        peers.push(peer);
        return peer;
      },
    });
  }
  if (window.Notification) {
    window.Notification = new Proxy(window.Notification, {
      construct(target, args, newTarget) {
        const notification = Reflect.construct(target, args, newTarget);
        notification.addEventListener('show', () => note(`notification:${args[0]}`));
        notification.addEventListener('error', () => note(`notification-error:${args[0]}`));
        return notification;
      },
    });
  }
  if (navigator.mediaDevices) {
    const native = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = async function getUserMedia(...args) {
      const stream = await native.apply(this, args);
      tracks.push(...stream.getTracks());
      return stream;
    };
  }

  const ITEM = '[data-testid="message-item"]';
  const seen = new Map();
  const noteWhenChanged = (key, value) => {
    if (seen.get(key) === value) return;
    seen.set(key, value);
    note(`${key}:${value}`);
  };
  const shown = (testid) =>
    [...document.querySelectorAll(`[data-testid="${testid}"]`)].some((e) => e.checkVisibility());
  const noteMessages = (root) => {
    const items = root.matches?.(ITEM) ? [root] : [...(root.querySelectorAll?.(ITEM) ?? [])];
    for (const item of items) {
      note(`message-${item.dataset.messageState ?? 'received'}:${item.textContent}`);
    }
  };

  new MutationObserver((mutations) => {
    const root = document.documentElement;
    if (!root) return;
    noteWhenChanged('state', root.dataset.phoneState);
    noteWhenChanged('card', shown('call-incoming') ? 'shown' : 'gone');
    const status = document.querySelector('[data-testid="call-status"]');
    noteWhenChanged('status', status ? status.textContent.trim() : '');
    const notice = document.querySelector('[data-testid="call-notice"]');
    noteWhenChanged('notice', notice?.checkVisibility() ? notice.innerText.trim() : '');
    for (const mutation of mutations) {
      for (const added of mutation.addedNodes) noteMessages(added);
      const target = mutation.target;
      if (mutation.attributeName === 'data-message-state') noteMessages(target);
      if (mutation.attributeName === 'data-presence') {
        note(`presence-${target.dataset.account}:${target.dataset.presence}`);
      }
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });

  for (const type of ['click', 'submit']) {
    document.addEventListener(
      type,
      (event) => {
        const target = event.target.closest?.('[data-testid]');
        if (target) note(`${type}:${target.dataset.testid}`);
      },
      true,
    );
  }
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.target.closest?.('[data-testid]');
      if (event.key === 'Enter' && target) note(`enter:${target.dataset.testid}`);
    },
    true,
  );
})();
