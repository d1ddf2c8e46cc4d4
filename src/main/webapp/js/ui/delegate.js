// Anything on any page that carries data-call or data-write works by being clicked, and so do links
// to telephone numbers and SIP addresses: they open the phone and never leave the page.
import { phone } from '../phone/index.js';
import { dialledBy } from '../lib/telephone.js';
import { notice } from './notice.js';
import { talkPath } from './session.js';

export function connectDelegates(router) {
  document.addEventListener('click', (event) => {
    const dimmed = event.target.closest('[data-cannot][aria-disabled="true"]');
    if (dimmed) {
      event.preventDefault();
      notice(dimmed.title);
      return;
    }
    const call = event.target.closest('[data-call]');
    if (call) {
      event.preventDefault();
      phone.call(call.dataset.call, { video: call.dataset.video === 'true' });
      return;
    }
    const link = event.target.closest('a[href^="tel:" i], a[href^="sip:" i], a[href^="sips:" i]');
    if (link) {
      event.preventDefault();
      const address = dialledBy(link.getAttribute('href'));
      if (address) phone.call(address, { video: false });
      return;
    }
    const write = event.target.closest('[data-write]');
    if (write) {
      event.preventDefault();
      router.go(talkPath(write.dataset.write), { focus: '[data-testid="message-input"]' });
    }
  });
}
