// Begins what takes longest while the page is still on its way: the phone's credential
// (js/phone/index.js takes it up) and its connection (js/sip/stack.js).
(() => {
  const UNUSED_AFTER = 5000;
  const { user, base = '' } = document.documentElement.dataset;
  if (!user || window.parleyCredential) return;
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  window.parleyCredential = fetch(`${base}/api/phone/credential`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...(token && { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) }),
    },
    body: '{}',
  }).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`HTTP ${answer.status}`))));
  window.parleyCredential.catch(() => {});
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  window.parleySocket = new WebSocket(`${scheme}://${location.host}${base}/sip`, 'sip');
  // Another tab of this browser may have the phone.
  setTimeout(() => {
    window.parleySocket?.close();
    window.parleySocket = null;
  }, UNUSED_AFTER);
})();
