const KEY = 'parley.devices';
const KIND = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' };

/** Which microphone, camera and loudspeaker this browser's owner chose, and which there are. */
export class Devices extends EventTarget {
  #mediaDevices;
  #storage;
  #chosen;

  constructor({ mediaDevices, storage }) {
    super();
    this.#mediaDevices = mediaDevices;
    this.#storage = storage;
    this.#chosen = read(storage);
    mediaDevices?.addEventListener?.('devicechange', () => this.dispatchEvent(new Event('change')));
  }

  /** `{microphone, camera, speaker}`: device ids, or undefined for the system's own choice. */
  get chosen() {
    return { ...this.#chosen };
  }

  choose(kind, id) {
    this.#chosen[kind] = id || undefined;
    try {
      this.#storage.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // Storage may be full or forbidden: the choice then lasts as long as the page.
    }
    this.dispatchEvent(new Event('change'));
  }

  /** `{microphone: [{id, label}], camera: […], speaker: […]}`; labels are empty before permission. */
  async list() {
    const found = { microphone: [], camera: [], speaker: [] };
    const all = (await this.#mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
    for (const { kind, deviceId, label } of all) {
      if (KIND[kind] && deviceId) found[KIND[kind]].push({ id: deviceId, label });
    }
    return found;
  }
}

function read(storage) {
  try {
    const value = JSON.parse(storage.getItem(KEY) ?? '{}');
    return value && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}
