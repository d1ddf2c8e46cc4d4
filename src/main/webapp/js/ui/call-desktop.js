import { text } from '../lib/texts.js';
import { ringingCall } from './call-view.js';

/** While nobody looks at this tab: a notification of the desktop, and the caller in the tab's title. */
export function connectDesktop({ phone, document }) {
  let shown = null;
  let notification = null;
  let title = null;

  function draw() {
    const call = ringingCall(phone.calls);
    // The name may come after the call; the same tag then replaces what was shown.
    const key = call ? `${call.id} ${call.peerName}` : null;
    if (key === shown) return;
    shown = key;
    notification?.close();
    notification = null;
    if (title !== null) document.title = title;
    title = null;
    if (!call || !phone.isLeader || !document.hidden) return;
    title = document.title;
    document.title = text('call.incoming', call.peerName);
    if (globalThis.Notification?.permission !== 'granted') return;
    notification = new Notification(text('call.incoming', call.peerName), {
      body: text(`call.desktop.${call.video ? 'video' : 'audio'}`),
      tag: `call-${call.id}`,
      requireInteraction: true,
    });
    notification.addEventListener('click', () => {
      globalThis.focus();
      notification?.close();
    });
  }

  phone.addEventListener('calls', draw);
}
