import { text } from '../lib/texts.js';
import { clock, controlsOf, mainCall, problemOf, qualityOf, ringingCall, statusOf } from './call-view.js';
import { drawFace } from './picture.js';

/**
 * The bar of a call: who, since when, and the controls. `call-status` says in words how the phone is,
 * call or not. Returns `act(name)`, which the keyboard uses too.
 */
export function connectBar({ phone, document, say, stage, keypad }) {
  const root = document.getElementById('call');
  const status = document.getElementById('call-status');
  const timer = document.getElementById('call-timer');
  const problem = document.getElementById('call-problem');
  const quality = root.querySelector('[data-call-quality-bar]');
  const buttons = [...root.querySelectorAll('[data-do]')];
  let ticking = null;

  const current = () => {
    const ringing = ringingCall(phone.calls);
    return mainCall(phone.calls.filter((call) => call !== ringing));
  };

  const actions = {
    mute: (call) => phone.mute(call.id, !call.muted),
    camera: (call) => phone.camera(call.id, !call.camera),
    hold: (call) => phone.hold(call.id, !call.heldByUs),
    keys: () => keypad.toggle(),
    hangup: (call) => phone.hangup(call.id),
  };

  function act(name) {
    const call = current();
    if (!call || controlsOf(call)[name].disabled) return false;
    actions[name](call);
    return true;
  }

  function draw() {
    const call = current();
    const shown = call ?? mainCall(phone.calls);
    setText(status, say(statusOf(phone.state, shown)));
    root.dataset.state = call ? call.state : 'none';
    for (const each of root.querySelectorAll('[data-call-initials]')) {
      const size = each.classList.contains('call-mini') ? 'small' : 'large';
      drawFace(each, call ? call.peer.split('@')[0] : '', call?.peerName ?? '', size);
    }
    setText(problem, sayIf(say, problemOf(call)));
    setText(quality, sayIf(say, qualityOf(call)));
    drawControls(call);
    drawTimer(call);
    drawOthers(call);
    stage.draw(call);
    if (!call) keypad.close();
  }

  function drawControls(call) {
    const controls = controlsOf(call);
    for (const button of buttons) {
      const { label, icon, pressed, disabled } = controls[button.dataset.do];
      button.disabled = disabled;
      if (pressed !== undefined) button.setAttribute('aria-pressed', String(pressed));
      button.firstElementChild.className = `bi bi-${icon}`;
      if (!label) continue;
      const words = text(label);
      if (button.getAttribute('aria-label') === words) continue;
      button.setAttribute('aria-label', words);
      button.title = words;
    }
  }

  function drawTimer(call) {
    const running = call !== null && call.answeredAt > 0;
    const tick = () => setText(timer, running ? clock(Date.now() - call.answeredAt) : '');
    clearInterval(ticking);
    ticking = running ? setInterval(tick, 1000) : null;
    tick();
  }

  // Calls that wait while another is talked in.
  function drawOthers(call) {
    const list = document.getElementById('call-others');
    const ringing = ringingCall(phone.calls);
    const others = phone.calls.filter((each) => each.id !== call?.id && each !== ringing);
    list.hidden = others.length === 0;
    list.replaceChildren(
      ...others.map((each) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'btn';
        button.textContent = text('call.resume.person', each.peerName);
        button.addEventListener('click', async () => {
          if (call) await phone.hold(call.id, true);
          phone.hold(each.id, false);
        });
        return button;
      }),
    );
  }

  root.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) act(button.dataset.do);
  });
  phone.addEventListener('calls', draw);
  phone.addEventListener('state', draw);
  phone.addEventListener('lead', draw);
  draw();
  return { act, current };
}

function sayIf(say, sentence) {
  return sentence ? say(sentence) : '';
}

// A live region speaks whenever it is written to: write only what is new.
function setText(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
