import { configureHttp, getJson, postJson } from '../lib/http.js';
import { knows, knowsPicture, learn, nameOf } from '../lib/names.js';
import { installAdapter } from '../media/adapter.js';
import { capture } from '../media/capture.js';
import { Devices } from '../media/devices.js';
import { watchQuality } from '../media/stats.js';
import { writePidf } from '../sip/pidf.js';
import { SipStack } from '../sip/stack.js';
import { connectPhone } from '../ui/call.js';
import { Credentials } from './credentials.js';
import { Phone } from './phone.js';
import { SharedPhone } from './shared.js';

/** The phone of this browser, for every module that needs it. `start` is called once, by the shell. */

const root = document.documentElement;
const { user, device, base = '', assets = '' } = root.dataset;

configureHttp({
  base,
  // The session is over; a call is not for that reason.
  signedOut: () => {
    const reload = () => phone.calls.length === 0 && location.reload();
    phone.addEventListener('calls', reload);
    reload();
  },
});

export const devices = new Devices({ mediaDevices: navigator.mediaDevices, storage: localStorage });

const media = {
  capture: (wanted) => capture(navigator.mediaDevices, wanted, devices.chosen),
  newStream: (tracks) => new MediaStream(tracks),
  watchQuality,
};

const fetchCredential = () => postJson('/api/phone/credential');
// Asked for before anything else is ready: it is what takes longest (js/early.js, where that was loaded).
if (user) window.parleyCredential ??= fetchCredential();
let early = window.parleyCredential ?? Promise.reject(new Error('nobody is signed in'));
early.catch(() => {});

let engine = null;

function loadEngine() {
  engine ??= new Promise((resolve, reject) => {
    installAdapter(window);
    const script = document.createElement('script');
    script.src = `${assets}/vendor/sipml/SIPml-api.js`;
    script.onload = resolve;
    script.onerror = () => {
      engine = null;
      reject(new Error('the telephone engine did not load'));
    };
    document.head.append(script);
  });
  return engine;
}
if (user) loadEngine().catch(() => {});

async function createPhone() {
  const credentials = new Credentials({
    fetch: fetchCredential,
    onRenewed: (credential) => phoneHere.onCredential(credential),
  });
  await persist(async () => {
    const asked = early;
    early = null;
    await Promise.all([credentials.first(asked), loadEngine()]);
  });
  const { address } = credentials.current;
  const phoneHere = new Phone({
    credentials,
    media,
    lookUpName,
    describePresence: (presence) => writePidf(`sip:${address}`, presence, device),
    createStack: (credential) =>
      new SipStack({
        window,
        identity: credential,
        credential,
        url: socketUrl(credential.socketPath),
        device: device || credential.deviceId,
      }),
  });
  phoneHere.callWaiting = localStorage.getItem('parley.call-waiting') === 'on';
  current = phoneHere;
  return phoneHere;
}

let current = null;

/** Until it works: the portal may be restarting. */
async function persist(job) {
  for (let wait = 500; ; wait = Math.min(wait * 2, 15000)) {
    try {
      await job();
      return;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, wait * (0.5 + Math.random() / 2));
        window.addEventListener('online', resolve, { once: true });
      });
    }
  }
}

function socketUrl(path) {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}${base}${path}`;
}

async function lookUpName(person) {
  const asked = knowsPicture(person) ? null : getJson('/api/people', { q: person, limit: 10 }).then((answer) => learn(answer?.people));
  // A name that is known does not wait for a picture.
  if (knows(person)) asked?.catch(() => {});
  else await asked;
  return knows(person) ? nameOf(person) : '';
}

export const phone = new SharedPhone({
  tab: Math.random().toString(36).slice(2),
  channel: new BroadcastChannel(`parley.phone.${user}`),
  lock: (job, options = {}) => navigator.locks.request(`parley.phone.${user}`, options, job),
  createPhone,
});

const start = phone.start.bind(phone);
let started = false;
phone.start = () => {
  if (started || !user) return;
  started = true;
  connectPhone(phone, devices);
  start();
  setTimeout(leadWhereLookedAt, 1500);
};

root.dataset.phoneState = phone.state;
phone.addEventListener('state', ({ detail }) => {
  root.dataset.phoneState = detail.state;
});

window.addEventListener('online', () => current?.wake());
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
window.addEventListener('pagehide', () => phone.leave());
window.addEventListener('beforeunload', (event) => {
  if (phone.isLeader && phone.calls.length > 0) event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  if (!started || document.hidden) return;
  current?.wake();
  leadWhereLookedAt();
});

// Calls ring and show where their owner looks.
function leadWhereLookedAt() {
  if (!document.hidden && !phone.isLeader && phone.state === 'ready') phone.takeOver();
}
