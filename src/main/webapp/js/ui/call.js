import { text } from '../lib/texts.js';
import { Tones } from '../media/tones.js';
import { connectBar } from './call-bar.js';
import { connectDesktop } from './call-desktop.js';
import { connectDevices } from './call-devices.js';
import { connectIncoming } from './call-incoming.js';
import { connectKeypad } from './call-keypad.js';
import { connectNotice } from './call-notice.js';
import { connectShortcuts } from './call-shortcuts.js';
import { connectSounds } from './call-sounds.js';
import { connectStage } from './call-stage.js';

/**
 * Draws the phone into the elements of phone.tag and lets its owner operate it.
 * @param {import('../phone/shared.js').SharedPhone} phone
 * @param {import('../media/devices.js').Devices} devices
 */
export function connectPhone(phone, devices, document = globalThis.document) {
  if (!document.getElementById('call')) return;
  const tones = new Tones(() => new AudioContext());
  const ui = { phone, devices, tones, document, say: ({ key, values }) => text(key, ...values) };
  const stage = connectStage(ui);
  const keypad = connectKeypad(ui);
  const bar = connectBar({ ...ui, stage, keypad });
  connectIncoming(ui);
  connectNotice(ui);
  connectDevices(ui);
  connectSounds(ui);
  connectDesktop(ui);
  connectShortcuts({ ...ui, bar });
}
