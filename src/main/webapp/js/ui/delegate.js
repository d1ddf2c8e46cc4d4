// Anything on any page that carries data-call or data-write works by being clicked.
import { phone } from '../phone/index.js';
import { talkPath } from './session.js';

export function connectDelegates(router) {
  document.addEventListener('click', (event) => {
    const call = event.target.closest('[data-call]');
    if (call) {
      event.preventDefault();
      phone.call(call.dataset.call, { video: call.dataset.video === 'true' });
      return;
    }
    const write = event.target.closest('[data-write]');
    if (write) {
      event.preventDefault();
      router.go(talkPath(write.dataset.write), { focus: '[data-testid="message-input"]' });
    }
  });
}
