/**
 * Every sound of the phone, made by Web Audio: nothing to load, nothing to license. A score is a list of
 * [frequencies, from, to] in seconds, repeated after `period` seconds (never, without one).
 */
const SCORES = {
  ring: { period: 3, volume: 0.25, notes: [[[659], 0, 0.18], [[880], 0.2, 0.42], [[659], 0.7, 0.88], [[880], 0.9, 1.12]] },
  ringback: { period: 5, volume: 0.12, notes: [[[425], 0, 1]] },
  waiting: { period: 4, volume: 0.1, notes: [[[880], 0, 0.15], [[880], 0.3, 0.45]] },
  busy: { volume: 0.12, notes: [[[425], 0, 0.25], [[425], 0.5, 0.75], [[425], 1, 1.25]] },
  ended: { volume: 0.1, notes: [[[480], 0, 0.12], [[380], 0.14, 0.28]] },
  test: { volume: 0.25, notes: [[[523], 0, 0.25], [[659], 0.3, 0.55], [[784], 0.6, 1.1]] },
};
const KEYS = {
  1: [697, 1209], 2: [697, 1336], 3: [697, 1477], 4: [770, 1209], 5: [770, 1336], 6: [770, 1477],
  7: [852, 1209], 8: [852, 1336], 9: [852, 1477], '*': [941, 1209], 0: [941, 1336], '#': [941, 1477],
};
const FADE = 0.015;

export class Tones {
  #createContext;
  #context = null;
  #playing = null;

  constructor(createContext) {
    this.#createContext = createContext;
  }

  /** The audio context, made when first needed: browsers refuse sound before a gesture. */
  get context() {
    this.#context ??= this.#createContext();
    if (this.#context.state === 'suspended') this.#context.resume().catch(() => {});
    return this.#context;
  }

  /** Sound goes to this loudspeaker from now on. */
  async useSpeaker(id) {
    await this.context.setSinkId?.(id ?? '').catch(() => {});
  }

  /** Plays a score by name, in place of the one that plays now. */
  play(name) {
    if (this.#playing?.name === name) return;
    this.stop();
    const score = SCORES[name];
    const playing = { name, oscillators: [], timer: null };
    this.#playing = playing;
    const round = () => {
      playing.oscillators = [];
      for (const [frequencies, from, to] of score.notes) {
        playing.oscillators.push(...this.#note(frequencies, from, to, score.volume));
      }
      if (score.period) playing.timer = setTimeout(round, score.period * 1000);
    };
    round();
  }

  /** The sound of a key of the dial pad. */
  key(key) {
    if (KEYS[key]) this.#note(KEYS[key], 0, 0.12, 0.08);
  }

  stop() {
    if (!this.#playing) return;
    clearTimeout(this.#playing.timer);
    for (const oscillator of this.#playing.oscillators) oscillator.stop();
    this.#playing = null;
  }

  #note(frequencies, from, to, volume) {
    const { context } = this;
    const start = context.currentTime + from;
    const end = context.currentTime + to;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume / frequencies.length, start + FADE);
    gain.gain.setValueAtTime(volume / frequencies.length, end - FADE);
    gain.gain.linearRampToValueAtTime(0, end);
    gain.connect(context.destination);
    return frequencies.map((frequency) => {
      const oscillator = context.createOscillator();
      oscillator.frequency.value = frequency;
      oscillator.connect(gain);
      oscillator.start(start);
      oscillator.stop(end);
      return oscillator;
    });
  }
}
