// Asks for the phone's credential while the modules are still on their way (js/phone/index.js takes it up).
(() => {
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
})();
